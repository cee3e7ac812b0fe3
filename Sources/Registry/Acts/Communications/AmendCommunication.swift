import Disclosure
import Record
import Storage

/// Changes the text of a letter that is not signed yet.
///
/// - Performer: an expert, a head; for the Committee also its secretary.
/// - Authority: `communication.write`.
/// - Before: a draft, or before whoever signs.
/// - After: a draft with the new text; the former stays to be read as of its time.
/// - Refuses: `communication.not-at-stage`, `communication.other-office`.
public struct AmendCommunication: Act {
    public static let kind: ActKind = "amend-communication"
    public static let authority: Authority = "communication.write"
    public static let performers = DraftCommunication.performers
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]
    public var entryReaders: EntryReaders? { Communication.readers(of: office) }

    public let communication: Identifier<Kind.Communication>
    public let text: LocalizedWording
    public let office: String

    public enum Fields {
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type))
        static let version = Field<String>("version", .version(of: "communication"), optional: true)
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 20_000), erasable: true)
        static let office = Field<String>("office", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.communication.description, Fields.version.description, Fields.text.description,
        Fields.office.description,
    ]

    public init(_ input: Input) throws {
        communication = try input[Fields.communication]
        text = try input[Fields.text]
        office = try input[Fields.office]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        try draft.makeOffice(Fields.office, of: Fields.communication, standing)
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.outgoing(communication.rawValue, at: [.draft, .awaiting])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            communication.rawValue, text, value: Communication.Stage.draft.rawValue,
            in: Communication.rooms(of: office), entry)
    }
}
