import Disclosure
import Record
import Storage

/// Words a finding anew. What was sent or submitted before stays with those who have it.
///
/// - Performer: an expert, a head.
/// - Authority: `finding.record`.
/// - Before: the Directorate writes; it did not change since it was read.
/// - After: a new version in the Directorate's room.
/// - Refuses: `assessment.not-at-stage`.
public struct AmendFinding: Act {
    public static let kind: ActKind = "amend-finding"
    public static let authority: Authority = "finding.record"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let finding: Identifier<Kind.Finding>
    public let text: LocalizedWording
    let translations: JSONValue?

    public enum Fields {
        static let finding = Field<Identifier<Kind.Finding>>("finding", .reference(Kind.Finding.type))
        static let version = Field<String>("version", .version(of: "finding"), optional: true)
        static let text = Field<LocalizedWording>(
            "text", .localized(maxLength: 20_000), erasable: true, structured: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.finding.description, Fields.version.description, Fields.text.description,
        Translations.field.description,
    ]

    public init(_ input: Input) throws {
        finding = try input[Fields.finding]
        text = try input[Fields.text]
        translations = try input.optional(Translations.field)
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.finding.description.name]?.string ?? ""
        let former = try standing.reader.item(.finding, id)
        Translations.prepare(&draft, Fields.text, nil, former, standing)
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.finding, finding.rawValue)
        try standing.require(
            try standing.assessment(AssessmentID(current.assessment)), at: AssessmentStage.drafting)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            finding.rawValue, text, in: [.directorate], detail: Translations.detail(translations), entry)
    }
}
