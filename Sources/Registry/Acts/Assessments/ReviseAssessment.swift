import Disclosure
import Mandate
import Storage

/// Takes the draft back to revise it after the State's feedback.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the State sent its observations ("no observations" counts), or its time has run out (I8, for overviews).
/// - After: `revised`.
/// - Refuses: `assessment.not-at-stage`, `assessment.state-has-time`.
public struct ReviseAssessment: Act {
    public static let kind: ActKind = "revise-assessment"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let assessment: AssessmentID

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: [.withState])
        let hasReplied = try !standing.reader.items(of: assessment.rawValue, [.observation]).isEmpty
        let due = found.stateDueOn ?? standing.today
        guard hasReplied || standing.today > due else {
            throw Refusal("assessment.state-has-time", .notNow, ["date": due.description])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.stage(.revised, of: try tables.facts(of: assessment.rawValue), entry)
    }
}
