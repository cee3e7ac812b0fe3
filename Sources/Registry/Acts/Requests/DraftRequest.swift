import Disclosure
import Pack
import Record
import Storage

/// Drafts a request for information to a State, outside any assessment.
///
/// - Performer: an expert, a head.
/// - Authority: `request.write`.
/// - Before: each line is a question; where there are two languages, both have as many.
/// - After: a draft in the Directorate's room, with its questions numbered.
/// - Refuses: `request.lines-differ`, `request.too-many`, `requirement.unknown`.
public struct DraftRequest: Act {
    public static let kind: ActKind = "draft-request"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let state: String
    public let subject: LocalizedWording
    public let questions: LocalizedWording
    public let requirement: String?
    public let request: Identifier<Kind.Request>
    /// Identifiers of its questions, in their order.
    public let points: [String]

    public enum Fields {
        static let state = Field<String>("state", .pack(.states))
        static let subject = Field<LocalizedWording>("subject", .localized(maxLength: 300), erasable: true)
        static let questions = Field<LocalizedWording>(
            "questions", .localized(maxLength: 20_000), erasable: true)
        static let requirement = Field<String>("requirement", .pack(.requirements), optional: true)
        static let request = Field<Identifier<Kind.Request>>("request", .new(Kind.Request.type))
        static let points = Field<[String]>("points", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.state.description, Fields.subject.description, Fields.questions.description,
        Fields.requirement.description, Fields.request.description, Fields.points.description,
    ]

    public init(_ input: Input) throws {
        state = try input[Fields.state]
        subject = try input[Fields.subject]
        questions = try input[Fields.questions]
        requirement = try input.optional(Fields.requirement)
        request = try input[Fields.request]
        points = try input[Fields.points]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        // A world that is built by the same seed knows them beforehand.
        guard draft.values[Fields.points.description.name] == nil else { return }
        let many = RequestQuestions.count(in: draft.values[Fields.questions.description.name])
        let ids = (0..<many).map { _ in JSONValue.string(draft.makeID()) }
        draft.make(Fields.points, .array(ids))
    }

    public func check(_ standing: Standing) throws {
        try RequestQuestions(typed: questions).check()
        if let requirement { _ = try standing.theme(of: requirement) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.put(
            Item(
                id: request.rawValue, type: .request, room: .directorate, state: state,
                assessment: request.rawValue, requirement: requirement ?? "",
                value: RequestStage.draft.rawValue, body: subject), in: [.directorate], entry)
        let asked = RequestQuestions(typed: questions)
        for (place, point) in points.enumerated() {
            try tables.put(
                Item(
                    id: point, type: .requestPoint, room: .directorate, state: state,
                    assessment: request.rawValue, parent: request.rawValue, question: String(place + 1),
                    body: asked.question(at: place)), in: [.directorate], entry)
        }
    }
}
