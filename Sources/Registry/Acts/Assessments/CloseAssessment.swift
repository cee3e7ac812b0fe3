import Disclosure
import Storage

/// Closes an assessment; the next cycle can open.
///
/// - Performer: a head.
/// - Authority: `assessment.follow-up`.
/// - Before: in follow-up.
/// - After: `closed`; everything stays readable.
/// - Refuses: `assessment.not-at-stage`.
public struct CloseAssessment: Act {
    public static let kind: ActKind = "close-assessment"
    public static let authority: Authority = "assessment.follow-up"
    public static let performers: [Performer] = [.capacity(.head)]
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
        try standing.require(try standing.assessment(assessment), at: [.inFollowUp])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.stage(.closed, of: try tables.facts(of: assessment.rawValue), entry)
    }
}
