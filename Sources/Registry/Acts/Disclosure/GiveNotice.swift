import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Tells the Mission item by item what will open to the UN system after adoption.
///
/// - Performer: a head, the Committee's secretary.
/// - Authority: `release.open`.
/// - Before: adopted; no notice of it waits for an answer; something is not open yet.
/// - After: told. It opens on the Mission's agreement, or after the pack's days, as the pack says (A17).
/// - Refuses: `assessment.not-at-stage`, `notice.waiting`, `notice.nothing`.
public struct GiveNotice: Act {
    public static let kind: ActKind = "give-notice"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.head), .capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let assessment: AssessmentID
    public let items: [String]
    public let opensOn: CalendarDate
    public let notice: Identifier<Kind.Notice>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let items = Field<[String]>("items", .made)
        static let opensOn = Field<CalendarDate>("opensOn", .made)
        static let notice = Field<Identifier<Kind.Notice>>("notice", .new(Kind.Notice.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.items.description, Fields.opensOn.description,
        Fields.notice.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        items = try input[Fields.items]
        opensOn = try input[Fields.opensOn]
        notice = try input[Fields.notice]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let closed = try standing.reader.items(of: assessment).filter {
            ($0.type == .assessment || ItemType.releasable.contains($0.type))
                && ($0.reach?.isWithCommittee ?? false)
                && ($0.reach?.audience ?? .committee) < .unSystem
        }
        draft.make(Fields.items, .array(closed.map { .string($0.id) }))
        let limit = standing.pack?.stageLimit("release-notice")
        let opens = limit.flatMap { standing.pack?.deadline(of: $0, from: standing.today) } ?? standing.today
        draft.make(Fields.opensOn, .string(opens.description))
    }

    public func check(_ standing: Standing) throws {
        try standing.require(try standing.assessment(assessment), at: AssessmentStage.decided)
        let notices = try standing.reader.items(of: assessment.rawValue, [.notice])
        guard notices.allSatisfy({ $0.value != "told" }) else { throw Refusal("notice.waiting", .notNow) }
        guard !items.isEmpty else { throw Refusal("notice.nothing", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: notice.rawValue, type: .notice, room: .directorate, state: facts.state,
                assessment: facts.id,
                parent: facts.id, value: "told",
                detail: [
                    "items": .array(items.map { .string($0) }), "audience": .string(Audience.unSystem.code),
                    "opensOn": .string(opensOn.description),
                    "toldOn": .string(String(entry.at.description.prefix(10))),
                ]), in: [.directorate, .state, .committee], entry)
    }
}
