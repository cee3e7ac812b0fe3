import Disclosure
import Record
import Storage

/// Words a recommendation anew. What was sent or submitted before stays with those who have it.
///
/// - Performer: an expert, a head.
/// - Authority: `recommendation.propose`.
/// - Before: the Directorate writes; it did not change since it was read.
/// - After: a new version in the Directorate's room.
/// - Refuses: `assessment.not-at-stage`.
public struct AmendRecommendation: Act {
    public static let kind: ActKind = "amend-recommendation"
    public static let authority: Authority = "recommendation.propose"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let recommendation: Identifier<Kind.Recommendation>
    public let text: LocalizedWording
    let translations: JSONValue?

    public enum Fields {
        static let recommendation = Field<Identifier<Kind.Recommendation>>(
            "recommendation", .reference(Kind.Recommendation.type))
        static let version = Field<String>("version", .version(of: "recommendation"), optional: true)
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.recommendation.description, Fields.version.description, Fields.text.description,
        Translations.field.description,
    ]

    public init(_ input: Input) throws {
        recommendation = try input[Fields.recommendation]
        text = try input[Fields.text]
        translations = try input.optional(Translations.field)
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.recommendation.description.name]?.string ?? ""
        let former = try standing.reader.item(.recommendation, id)
        Translations.prepare(&draft, Fields.text, nil, former, standing)
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.recommendation, recommendation.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(current.assessment)), at: AssessmentStage.drafting)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            recommendation.rawValue, text, in: [.directorate], detail: Translations.detail(translations),
            entry)
    }
}
