import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Sends a signed letter to its State; it gets its number.
///
/// - Performer: an expert, a head; for the Committee also its secretary.
/// - Authority: `communication.write`.
/// - Before: signed.
/// - After: sent on this day under the next number; the State has it, and so have the Directorate and, of the
///   Committee's, the Committee. A number is given once.
/// - Refuses: `communication.not-at-stage`, `communication.other-office`.
public struct SendCommunication: Act {
    public static let kind: ActKind = "send-communication"
    public static let authority: Authority = "communication.write"
    public static let performers = DraftCommunication.performers
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public var entryReaders: EntryReaders? { Communication.readers(of: office).union(.state) }

    public let communication: Identifier<Kind.Communication>
    public let office: String
    public let mark: String
    public let datedOn: String

    public enum Fields {
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type))
        static let version = Field<String>("version", .version(of: "communication"), optional: true)
        static let office = Field<String>("office", .made)
        static let mark = Field<String>("mark", .made)
        static let datedOn = Field<String>("datedOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.communication.description, Fields.version.description, Fields.office.description,
        Fields.mark.description, Fields.datedOn.description,
    ]

    public init(_ input: Input) throws {
        communication = try input[Fields.communication]
        office = try input[Fields.office]
        mark = try input[Fields.mark]
        datedOn = try input[Fields.datedOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        try draft.makeOffice(Fields.office, of: Fields.communication, standing)
        let office = draft.values[Fields.office.description.name]?.string ?? ""
        draft.make(Fields.mark, .string(standing.pack?.mark(of: office) ?? ""))
        draft.make(Fields.datedOn, .string(standing.today.description))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.outgoing(communication.rawValue, at: [.signed])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: communication.rawValue)
        var detail = try tables.numbered(
            office: office, direction: "out", mark: mark, state: place.state, assessment: place.assessment,
            on: datedOn)
        detail["datedOn"] = .string(datedOn)
        try tables.reword(
            communication.rawValue, value: Communication.Stage.sent.rawValue,
            in: Communication.rooms(of: office) + [.state], detail: detail, entry)
    }
}

extension Pack {
    /// What begins the numbers of an office's letters.
    func mark(of office: String) -> String? { offices.first { $0.code.rawValue == office }?.mark }
}
