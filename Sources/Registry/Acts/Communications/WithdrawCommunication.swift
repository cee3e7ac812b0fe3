import Disclosure
import Record
import Storage

/// Withdraws a letter that was not sent; it never had a number.
///
/// - Performer: an expert, a head; for the Committee also its secretary.
/// - Authority: `communication.write`.
/// - Before: not sent.
/// - After: withdrawn; it stays to be read where it stood.
/// - Refuses: `communication.not-at-stage`, `communication.other-office`.
public struct WithdrawCommunication: Act {
    public static let kind: ActKind = "withdraw-communication"
    public static let authority: Authority = "communication.write"
    public static let performers = DraftCommunication.performers
    public static let readers: EntryReaders? = [.directorate, .committee]
    public var entryReaders: EntryReaders? { Communication.readers(of: office) }

    public let communication: Identifier<Kind.Communication>
    public let office: String

    public enum Fields {
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type))
        static let version = Field<String>("version", .version(of: "communication"), optional: true)
        static let office = Field<String>("office", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.communication.description, Fields.version.description, Fields.office.description,
    ]

    public init(_ input: Input) throws {
        communication = try input[Fields.communication]
        office = try input[Fields.office]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        try draft.makeOffice(Fields.office, of: Fields.communication, standing)
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.outgoing(communication.rawValue, at: [.draft, .awaiting, .signed])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            communication.rawValue, value: Communication.Stage.withdrawn.rawValue,
            in: Communication.rooms(of: office), entry)
    }
}
