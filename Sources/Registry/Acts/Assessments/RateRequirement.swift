import Disclosure
import Record
import Storage

/// Rates one requirement, with basis and confidence: as the first reader, or blind as the second.
///
/// - Performer: an expert, a head; whoever was assigned to read second does so by this act too.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; nobody else rated it as first reader.
/// - After: a version of this reader's rating (I11). A second reader sees the others' from here on.
/// - Refuses: `assessment.not-at-stage`, `scale.unknown-option`, `rating.rated-by-another`, `requirement.unknown`,
///   `reading.national`.
public struct RateRequirement: Act {
    public static let kind: ActKind = "rate-requirement"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let requirement: String
    public let value: String
    public let basis: LocalizedWording
    public let confidence: String
    public let rating: Identifier<Kind.Rating>
    public let reader: String
    public let theme: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let value = Field<String>("value", .line(maxLength: 60))
        static let basis = Field<LocalizedWording>("basis", .localized(maxLength: 8_000), erasable: true)
        static let confidence = Field<String>("confidence", .choice(["high", "medium", "low"]))
        static let rating = Field<Identifier<Kind.Rating>>("rating", .new(Kind.Rating.type))
        static let reader = Field<String>("reader", .made)
        static let theme = Field<String>("theme", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.requirement.description, Fields.value.description,
        Fields.basis.description, Fields.confidence.description, Fields.rating.description,
        Fields.reader.description, Fields.theme.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        requirement = try input[Fields.requirement]
        value = try input[Fields.value]
        basis = try input[Fields.basis]
        confidence = try input[Fields.confidence]
        rating = try input[Fields.rating]
        reader = try input[Fields.reader]
        theme = try input[Fields.theme]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let requirement = draft.values[Fields.requirement.description.name]?.string ?? ""
        let person = standing.performer.person?.rawValue ?? ""
        let own = try standing.reader.items(of: assessment, [.rating])
            .first { $0.author == person && $0.requirement == requirement && $0.text("reader") != "settled" }
        if let own { draft.make(Fields.rating, .string(own.id)) }
        let isSecond = try standing.reader.items(of: assessment, [.secondReading])
            .contains { $0.text("person") == person }
        draft.make(Fields.reader, .string(isSecond ? "second" : "first"))
        draft.make(Fields.theme, .string(try standing.theme(of: requirement)))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        try standing.requireOption(value, for: found)
        let person = standing.performer.person?.rawValue ?? ""
        try standing.requireNoNational(person, of: found.state)
        let others = try standing.reader.items(of: assessment.rawValue, [.rating])
            .filter { $0.requirement == requirement && $0.author != person && $0.text("reader") == "first" }
        if reader == "first", !others.isEmpty { throw Refusal("rating.rated-by-another", .notAllowed) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: rating.rawValue, type: .rating, room: .directorate, state: facts.state,
                assessment: facts.id, theme: theme, requirement: requirement, value: value, body: basis,
                detail: ["reader": .string(reader), "confidence": .string(confidence)]),
            in: [.directorate], entry)
        guard reader == "second" else { return }
        try tables.execute(
            """
            INSERT INTO reading (person_id, assessment_id, requirement, entered_by)
            VALUES (:person, :assessment, :requirement, :entry)
            ON CONFLICT (person_id, assessment_id, requirement) DO NOTHING
            """,
            [
                "person": entry.performer.person?.rawValue ?? "", "assessment": assessment,
                "requirement": requirement, "entry": entry.index,
            ])
    }
}
