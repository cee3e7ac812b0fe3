import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Signs a letter.
///
/// - Performer: the Chair for the Committee, a head for the Directorate.
/// - Authority: `communication.write`.
/// - Before: the signature is awaited.
/// - After: signed on this day, with the name as it stands under the letter.
/// - Refuses: `communication.not-at-stage`, `communication.other-signatory`.
public struct SignCommunication: Act {
    public static let kind: ActKind = "sign-communication"
    public static let authority: Authority = "communication.write"
    public static let performers: [Performer] = [.capacity(.chair), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]
    public var entryReaders: EntryReaders? { Communication.readers(of: office) }

    public let communication: Identifier<Kind.Communication>
    /// Name as it stands under the letter.
    public let signature: LocalizedWording
    public let office: String
    public let signedOn: String

    public enum Fields {
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type))
        static let version = Field<String>("version", .version(of: "communication"), optional: true)
        static let signature = Field<LocalizedWording>(
            "signature", .localized(maxLength: 200), erasable: true)
        static let office = Field<String>("office", .made)
        static let signedOn = Field<String>("signedOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.communication.description, Fields.version.description, Fields.signature.description,
        Fields.office.description, Fields.signedOn.description,
    ]

    public init(_ input: Input) throws {
        communication = try input[Fields.communication]
        signature = try input[Fields.signature]
        office = try input[Fields.office]
        signedOn = try input[Fields.signedOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        try draft.makeOffice(Fields.office, of: Fields.communication, standing)
        draft.make(Fields.signedOn, .string(standing.today.description))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.outgoing(communication.rawValue, at: [.awaiting])
        guard standing.performer.capacity == Communication.signatory(of: office) else {
            throw Refusal("communication.other-signatory", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            communication.rawValue, value: Communication.Stage.signed.rawValue, note: signature,
            in: Communication.rooms(of: office), detail: ["signedOn": .string(signedOn)], entry)
    }
}
