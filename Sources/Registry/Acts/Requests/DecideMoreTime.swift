import Disclosure
import Mandate
import Record
import Storage

/// Grants or declines the more time that a State asked for.
///
/// - Performer: an expert, a head.
/// - Authority: `request.write`.
/// - Before: the State asked, nobody decided, and the request is still with it.
/// - After: known to both; where granted, the pack's further time begins on the last day that stood, or today where
///   that has passed, and the request is no longer overdue.
/// - Refuses: `request.not-at-stage`, `request.no-time-asked`.
public struct DecideMoreTime: Act {
    public static let kind: ActKind = "decide-more-time"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]

    public let request: Identifier<Kind.Request>
    public let outcome: String
    public let reason: LocalizedWording?
    public let moreTime: String
    public let dueOn: String

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let outcome = Field<String>("outcome", .choice(["granted", "declined"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let moreTime = Field<String>("moreTime", .made)
        static let dueOn = Field<String>("dueOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.outcome.description, Fields.reason.description,
        Fields.moreTime.description, Fields.dueOn.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        outcome = try input[Fields.outcome]
        reason = try input.optional(Fields.reason)
        moreTime = try input[Fields.moreTime]
        dueOn = try input[Fields.dueOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.request.description.name]?.string ?? ""
        let found = try standing.reader.request(id)
        let begins = max(found?.dueOn ?? standing.today, standing.today)
        draft.make(Fields.moreTime, .string(found?.moreTime?.id ?? ""))
        draft.make(
            Fields.dueOn, .string(standing.lastDay(of: "request-more-time", from: begins).description))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.request(request, at: RequestStage.withState)
        guard found.moreTime?.value == "asked" else { throw Refusal("request.no-time-asked", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let both: [Room.Kind] = [.directorate, .state]
        try tables.reword(moreTime, value: outcome, note: reason, in: both, entry)
        guard outcome == "granted" else { return }
        try tables.reword(
            request.rawValue, value: RequestStage.sent.rawValue, in: both,
            detail: ["dueOn": .string(dueOn)], entry)
    }
}
