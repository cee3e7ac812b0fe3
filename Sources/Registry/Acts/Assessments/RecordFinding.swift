import Disclosure
import Record
import Storage

/// Records what an assessment found about one requirement: a shortfall, or a good practice.
///
/// - Performer: an expert, a head.
/// - Authority: `finding.record`.
/// - Before: the Directorate writes; replies on which it rests were sent by this State.
/// - After: a draft in the Directorate's room. Its reach is never wider than that of the replies.
/// - Refuses: `translation.original-missing`, `assessment.not-at-stage`, `requirement.unknown`,
///   `source.other-state`.
public struct RecordFinding: Act {
    public static let kind: ActKind = "record-finding"
    public static let authority: Authority = "finding.record"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let requirement: String
    public let sort: String
    /// What the State replied to requests for information, on which it rests.
    public let replies: [Identifier<Kind.RequestReply>]?
    public let text: LocalizedWording
    /// The language in which it was written first; nil in entries from before this was kept.
    public let original: String?
    let translations: JSONValue?
    public let finding: Identifier<Kind.Finding>
    public let theme: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let sort = Field<String>("sort", .choice(["shortfall", "good-practice"]))
        static let replies = Field<[Identifier<Kind.RequestReply>]>(
            "replies", .references(Kind.RequestReply.type), optional: true)
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
        static let original = Field<String>("original", .language, optional: true)
        static let finding = Field<Identifier<Kind.Finding>>("finding", .new(Kind.Finding.type))
        static let theme = Field<String>("theme", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.requirement.description, Fields.sort.description,
        Fields.replies.description, Fields.text.description, Fields.original.description,
        Translations.field.description,
        Fields.finding.description,
        Fields.theme.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        requirement = try input[Fields.requirement]
        sort = try input[Fields.sort]
        replies = try input.optional(Fields.replies)
        text = try input[Fields.text]
        original = try input.optional(Fields.original)
        translations = try input.optional(Translations.field)
        finding = try input[Fields.finding]
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
        try standing.require(replies ?? [], of: found.state)
        _ = try standing.theme(of: requirement)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: finding.rawValue, type: .finding, room: .directorate, state: facts.state,
                assessment: facts.id, theme: theme, requirement: requirement, body: text,
                translations: translations,
                detail: ["sort": .string(sort)]), in: [.directorate], entry)
        try tables.derive(finding.rawValue, from: (replies ?? []).map(\.rawValue), "rests-on", entry)
        if replies?.isEmpty == false { try tables.recomputeReach(downstreamOf: [finding.rawValue]) }
    }
}
