import Disclosure
import Storage

/// Lifts a hold or an objection.
///
/// - Performer: the member or Chair who placed it.
/// - Authority: `committee.decide`.
/// - Before: placed, not lifted.
/// - After: lifted; the paper can be settled once none stands and its time has run out.
/// - Refuses: `objection.lifted`, `objection.not-yours`.
public struct LiftObjection: Act {
    public static let kind: ActKind = "lift-objection"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeMember), .capacity(.chair)]
    public static let readers: EntryReaders? = [.committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let objection: Identifier<Kind.Objection>
    public let reason: LocalizedWording?

    public enum Fields {
        static let objection = Field<Identifier<Kind.Objection>>("objection", .reference(Kind.Objection.type))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.objection.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        objection = try input[Fields.objection]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.objection, objection.rawValue)
        guard current.value == "placed" else { throw Refusal("objection.lifted", .notNow) }
        guard current.author == standing.performer.person?.rawValue else {
            throw Refusal("objection.not-yours", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(objection.rawValue, value: "lifted", note: reason, in: [.committee], entry)
    }
}
