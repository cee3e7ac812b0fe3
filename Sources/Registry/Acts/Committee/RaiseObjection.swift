import Disclosure
import Record
import Storage

/// Places an objection to a paper: it is not adopted before it is lifted.
///
/// - Performer: a member of the Committee, its Chair; for their delegation, until its end is recorded.
/// - Authority: `committee.decide`.
/// - Before: it has not ended.
/// - After: known inside Committee and secretariat alone.
/// - Refuses: `circulation.ended`.
public struct RaiseObjection: Act {
    public static let kind: ActKind = "raise-objection"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeMember), .capacity(.chair)]
    public static let readers: EntryReaders? = [.committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let circulation: Identifier<Kind.Circulation>
    public let reason: LocalizedWording?
    public let objection: Identifier<Kind.Objection>

    public enum Fields {
        static let circulation = Field<Identifier<Kind.Circulation>>(
            "circulation", .reference(Kind.Circulation.type))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let objection = Field<Identifier<Kind.Objection>>("objection", .new(Kind.Objection.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.circulation.description, Fields.reason.description, Fields.objection.description,
    ]

    public init(_ input: Input) throws {
        circulation = try input[Fields.circulation]
        reason = try input.optional(Fields.reason)
        objection = try input[Fields.objection]
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.circulation, circulation.rawValue)
        guard current.value != "ended" else { throw Refusal("circulation.ended", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: circulation.rawValue)
        try tables.put(
            Item(
                id: objection.rawValue, type: .objection, room: .committee, state: place.state,
                assessment: place.assessment, parent: circulation.rawValue, value: "placed", body: reason,
                detail: ["sort": "objection"]), in: [.committee], entry)
    }
}
