import Disclosure
import Storage

/// Returns an assessment to the Directorate, since the Committee could not adopt it as it is.
///
/// - Performer: the Committee's secretary.
/// - Authority: `committee.decide`.
/// - Before: `submitted`, and an objection or a hold stands.
/// - After: `returned`; its circulation has ended. Known to Committee and Directorate, with the reason given here alone.
/// - Refuses: `assessment.not-at-stage`, `circulation.no-objection`.
public struct ReturnAssessment: Act {
    public static let kind: ActKind = "return-assessment"
    public static let authority: Authority = "committee.decide"
    public static let performers: [Performer] = [.capacity(.committeeSecretary)]
    public static let readers: EntryReaders? = [.directorate, .committee]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let reason: LocalizedWording

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let version = Field<String>("version", .version(of: "assessment"), optional: true)
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.version.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        try standing.require(try standing.assessment(assessment), at: [.submitted])
        let objections = try standing.reader.items(of: assessment.rawValue, [.objection])
        guard objections.contains(where: { $0.value == "placed" }) else {
            throw Refusal("circulation.no-objection", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.stage(.returned, of: facts, note: reason, entry)
        try tables.endCirculations(of: facts.id, outcome: "returned", entry)
    }
}
