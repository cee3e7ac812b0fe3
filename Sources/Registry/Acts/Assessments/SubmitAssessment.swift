import Disclosure
import Storage

/// Submits overview, findings and recommendations to the Committee. Raw answers and ratings stay (I36).
///
/// - Performer: a head.
/// - Authority: `assessment.submit`.
/// - Before: `approved`.
/// - After: `submitted`; the Committee has the versions as they stand.
/// - Refuses: `assessment.not-at-stage`.
public struct SubmitAssessment: Act {
    public static let kind: ActKind = "submit-assessment"
    public static let authority: Authority = "assessment.submit"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate, .committee]

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
        try standing.require(try standing.assessment(assessment), at: [.approved])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.stage(.submitted, of: facts, entry)
        try tables.send(
            ItemType.submitted, of: facts.id, from: .directorate, to: .committee, arisen: .directorate, entry)
    }
}
