import Disclosure
import Storage

/// Begins to follow up what was adopted.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.follow-up`.
/// - Before: `adopted`.
/// - After: `in-follow-up`, known to all who see the assessment.
/// - Refuses: `assessment.not-at-stage`.
public struct StartFollowUp: Act {
    public static let kind: ActKind = "start-follow-up"
    public static let authority: Authority = "assessment.follow-up"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

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
        try standing.require(try standing.assessment(assessment), at: [.adopted])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.stage(.inFollowUp, of: try tables.facts(of: assessment.rawValue), entry)
    }
}
