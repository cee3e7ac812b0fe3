import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Sends survey, ratings, findings, recommendations and overview to the State for its feedback.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: `preparing`, or revised again; there is an overview. A letter that is named was sent to the State.
/// - After: `with-state`; the State has the versions as they stand, and the pack's time for its feedback.
/// - Refuses: `assessment.not-at-stage`, `assessment.overview-missing`,
///   `communication.other-state`, `communication.not-at-stage`.
public struct SendDraft: Act {
    public static let kind: ActKind = "send-draft"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let assessment: AssessmentID
    /// The letter or note under which it goes.
    public let communication: Identifier<Kind.Communication>?
    public let dueOn: CalendarDate

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let communication = Field<Identifier<Kind.Communication>>(
            "communication", .reference(Kind.Communication.type), optional: true)
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
        static let dueOn = Field<CalendarDate>("dueOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.communication.description, Fields.version.description,
        Fields.dueOn.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        communication = try input.optional(Fields.communication)
        dueOn = try input[Fields.dueOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let limit = standing.pack?.stageLimit("overview-feedback")
        let due = limit.flatMap { standing.pack?.deadline(of: $0, from: standing.today) } ?? standing.today
        draft.make(Fields.dueOn, .string(due.description))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: [.preparing, .revised])
        try standing.requireCommunication(communication, of: found.state)
        guard try !standing.reader.items(of: assessment.rawValue, [.overview]).isEmpty else {
            throw Refusal("assessment.overview-missing", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        var detail = facts.detail
        detail["stateDueOn"] = .string(dueOn.description)
        detail["sentOn"] = .string(String(entry.at.description.prefix(10)))
        try tables.stage(.withState, of: facts, detail: detail, entry)
        try tables.send(
            ItemType.sentToState, of: facts.id, from: .directorate, to: .state, arisen: .directorate, entry)
    }
}
