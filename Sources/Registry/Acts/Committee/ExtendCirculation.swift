import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Extends the time in which members may object.
///
/// - Performer: the Committee's secretary, at a member's request.
/// - Authority: `committee.circulate`.
/// - Before: it has not ended.
/// - After: it runs the pack's further working days, from the deadline or from today, whichever is later.
/// - Refuses: `circulation.ended`.
public struct ExtendCirculation: Act {
    public static let kind: ActKind = "extend-circulation"
    public static let authority: Authority = "committee.circulate"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let circulation: Identifier<Kind.Circulation>
    public let reason: LocalizedWording?
    public let deadline: CalendarDate

    public enum Fields {
        static let circulation = Field<Identifier<Kind.Circulation>>(
            "circulation", .reference(Kind.Circulation.type))
        static let version = Field<String>("version", .version(of: "circulation"), optional: true)
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let deadline = Field<CalendarDate>("deadline", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.circulation.description, Fields.version.description, Fields.reason.description,
        Fields.deadline.description,
    ]

    public init(_ input: Input) throws {
        circulation = try input[Fields.circulation]
        reason = try input.optional(Fields.reason)
        deadline = try input[Fields.deadline]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.circulation.description.name]?.string ?? ""
        let current = try standing.item(.circulation, id).text("deadline").flatMap { CalendarDate($0) }
        let limit = standing.pack?.stageLimit("silence-extension")
        let start = max(current ?? standing.today, standing.today)
        let deadline = limit.flatMap { standing.pack?.deadline(of: $0, from: start) }
        draft.make(Fields.deadline, .string((deadline ?? start).description))
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.circulation, circulation.rawValue)
        guard current.value != "ended" else { throw Refusal("circulation.ended", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            circulation.rawValue, reason, in: [.committee],
            detail: ["deadline": .string(deadline.description), "extended": "yes"], entry)
    }
}
