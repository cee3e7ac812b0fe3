import Disclosure
import Storage

/// Does not agree to what a notice says will open: nothing opens by it. Never shown beyond the Committee (I26).
///
/// - Performer: the State's Mission.
/// - Authority: `release.open`.
/// - Before: the notice waits for an answer.
/// - After: declined.
/// - Refuses: `notice.answered`, `state.not-own`.
public struct DeclineOpening: Act {
    public static let kind: ActKind = "decline-opening"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let notice: Identifier<Kind.Notice>
    public let reason: LocalizedWording?

    public enum Fields {
        static let notice = Field<Identifier<Kind.Notice>>("notice", .reference(Kind.Notice.type))
        static let version = Field<String>("version", .version(of: "notice"), optional: true)
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.notice.description, Fields.version.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        notice = try input[Fields.notice]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.notice, notice.rawValue)
        try standing.requireOwn(state: current.state)
        guard current.value == "told" else { throw Refusal("notice.answered", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            notice.rawValue, reason, value: "declined", in: [.directorate, .state, .committee], entry)
    }
}
