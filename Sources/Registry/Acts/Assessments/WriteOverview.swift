import Disclosure
import Record
import Storage

/// Writes the overview of the State's implementation, and says which findings its text quotes.
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; where the text quotes, what it quotes is named.
/// - After: a version in the Directorate's room. Its reach is never wider than that of what it quotes.
/// - Refuses: `translation.original-missing`, `assessment.not-at-stage`, `overview.sources-missing`, `recommendation.other-assessment`.
public struct WriteOverview: Act {
    public static let kind: ActKind = "write-overview"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let text: LocalizedWording
    /// The language in which it was written first; nil in entries from before this was kept.
    public let original: String?
    let translations: JSONValue?
    public let quoting: String
    public let quotes: [FindingID]?
    public let overview: Identifier<Kind.Overview>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
        static let original = Field<String>("original", .language, optional: true)
        static let quoting = Field<String>("quoting", .choice(["findings", "nothing"]))
        static let quotes = Field<[FindingID]>("quotes", .references(Kind.Finding.type), optional: true)
        static let overview = Field<Identifier<Kind.Overview>>("overview", .new(Kind.Overview.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.text.description, Fields.original.description,
        Translations.field.description,
        Fields.quoting.description,
        Fields.quotes.description, Fields.overview.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        text = try input[Fields.text]
        original = try input.optional(Fields.original)
        translations = try input.optional(Translations.field)
        quoting = try input[Fields.quoting]
        quotes = try input.optional(Fields.quotes)
        overview = try input[Fields.overview]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        if let former = try standing.reader.items(of: assessment, [.overview]).first {
            draft.make(Fields.overview, .string(former.id))
            Translations.prepare(&draft, Fields.text, Fields.original, former, standing)
        } else {
            Translations.prepare(&draft, Fields.text, Fields.original, nil, standing)
        }
    }

    public func check(_ standing: Standing) throws {
        try Translations.check(original, text)
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        guard (quoting == "nothing") == (quotes ?? []).isEmpty else {
            throw Refusal("overview.sources-missing", .incomplete)
        }
        for finding in quotes ?? []
        where try standing.item(.finding, finding.rawValue).assessment != assessment.rawValue {
            throw Refusal("recommendation.other-assessment", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: overview.rawValue, type: .overview, room: .directorate, state: facts.state,
                assessment: facts.id, body: text, translations: translations), in: [.directorate], entry)
        try tables.derive(overview.rawValue, from: (quotes ?? []).map(\.rawValue), "quotes", entry)
        try tables.recomputeReach(downstreamOf: [overview.rawValue])
    }
}
