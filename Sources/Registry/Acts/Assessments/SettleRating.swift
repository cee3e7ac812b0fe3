import Disclosure
import Record
import Storage

/// Settles what two readers of a requirement rated differently; both ratings stay.
///
/// - Performer: a head who rated neither.
/// - Authority: `assessment.approve`.
/// - Before: two readers rated it, and differ.
/// - After: a third value beside theirs, with its reason; adoption draws the position from it.
/// - Refuses: `rating.no-difference`, `rating.own`, `scale.unknown-option`, `assessment.not-at-stage`.
public struct SettleRating: Act {
    public static let kind: ActKind = "settle-rating"
    public static let authority: Authority = "assessment.approve"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let requirement: String
    public let value: String
    public let reason: LocalizedWording
    public let rating: Identifier<Kind.Rating>
    public let theme: String

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let requirement = Field<String>("requirement", .pack(.requirements))
        static let value = Field<String>("value", .line(maxLength: 60))
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
        static let rating = Field<Identifier<Kind.Rating>>("rating", .new(Kind.Rating.type))
        static let theme = Field<String>("theme", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.requirement.description, Fields.value.description,
        Fields.reason.description, Fields.rating.description, Fields.theme.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        requirement = try input[Fields.requirement]
        value = try input[Fields.value]
        reason = try input[Fields.reason]
        rating = try input[Fields.rating]
        theme = try input[Fields.theme]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let requirement = draft.values[Fields.requirement.description.name]?.string ?? ""
        let former = try standing.reader.items(of: assessment, [.rating])
            .first { $0.requirement == requirement && $0.text("reader") == "settled" }
        if let former { draft.make(Fields.rating, .string(former.id)) }
        draft.make(Fields.theme, .string(try standing.theme(of: requirement)))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        try standing.requireOption(value, for: found)
        let ratings = try standing.reader.items(of: assessment.rawValue, [.rating])
            .filter { $0.requirement == requirement && $0.text("reader") != "settled" }
        guard Set(ratings.map(\.value)).count > 1 else { throw Refusal("rating.no-difference", .notNow) }
        guard !ratings.contains(where: { $0.author == standing.performer.person?.rawValue }) else {
            throw Refusal("rating.own", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: rating.rawValue, type: .rating, room: .directorate, state: facts.state,
                assessment: facts.id, theme: theme, requirement: requirement, value: value, body: reason,
                detail: ["reader": "settled"]),
            in: [.directorate], entry)
    }
}
