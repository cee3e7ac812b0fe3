import Disclosure
import Record
import Storage

/// Proposes what a State should do, resting on findings.
///
/// - Performer: an expert, a head.
/// - Authority: `recommendation.propose`.
/// - Before: the Directorate writes; each finding belongs to this assessment.
/// - After: a draft in the Directorate's room. Its reach is never wider than that of its findings.
/// - Refuses: `translation.original-missing`, `assessment.not-at-stage`, `recommendation.other-assessment`, `requirement.unknown`.
public struct ProposeRecommendation: Act {
    public static let kind: ActKind = "propose-recommendation"
    public static let authority: Authority = "recommendation.propose"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let requirement: String
    public let findings: [FindingID]
    public let priority: String
    public let addressee: LocalizedWording
    public let assistance: String
    public let text: LocalizedWording
    /// The language in which it was written first; nil in entries from before this was kept.
    public let original: String?
    let translations: JSONValue?
    public let recommendation: Identifier<Kind.Recommendation>
    public let theme: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let findings = Field<[FindingID]>("findings", .references(Kind.Finding.type))
        static let priority = Field<String>("priority", .choice(["high", "medium", "low"]))
        static let addressee = Field<LocalizedWording>(
            "addressee", .localized(maxLength: 200), erasable: true)
        static let assistance = Field<String>("assistance", .choice(["yes", "no"]))
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
        static let original = Field<String>("original", .language, optional: true)
        static let recommendation = Field<Identifier<Kind.Recommendation>>(
            "recommendation", .new(Kind.Recommendation.type))
        static let theme = Field<String>("theme", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.requirement.description, Fields.findings.description,
        Fields.priority.description, Fields.addressee.description, Fields.assistance.description,
        Fields.text.description, Fields.original.description, Translations.field.description,
        Fields.recommendation.description,
        Fields.theme.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        requirement = try input[Fields.requirement]
        findings = try input[Fields.findings]
        priority = try input[Fields.priority]
        addressee = try input[Fields.addressee]
        assistance = try input[Fields.assistance]
        text = try input[Fields.text]
        original = try input.optional(Fields.original)
        translations = try input.optional(Translations.field)
        recommendation = try input[Fields.recommendation]
        theme = try input[Fields.theme]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let requirement = draft.values[Fields.requirement.description.name]?.string ?? ""
        draft.make(Fields.theme, .string(try standing.theme(of: requirement)))
        Translations.prepare(&draft, Fields.text, Fields.original, nil, standing)
    }

    public func check(_ standing: Standing) throws {
        try Translations.check(original, text)
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        _ = try standing.theme(of: requirement)
        for finding in findings
        where try standing.item(.finding, finding.rawValue).assessment != assessment.rawValue {
            throw Refusal("recommendation.other-assessment", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: recommendation.rawValue, type: .recommendation, room: .directorate, state: facts.state,
                assessment: facts.id, theme: theme, requirement: requirement, value: priority, body: text,
                translations: translations,
                note: addressee, detail: ["assistance": .string(assistance)]),
            in: [.directorate], entry)
        try tables.derive(
            recommendation.rawValue, from: findings.map(\.rawValue), "rests-on", entry)
        try tables.recomputeReach(downstreamOf: [recommendation.rawValue])
    }
}
