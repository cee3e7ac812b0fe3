import Disclosure
import Record
import Storage

/// Amends a request for information while it is a draft: its subject and its questions.
///
/// - Performer: an expert, a head.
/// - Authority: `request.write`.
/// - Before: a draft; each line is a question, in each language as many.
/// - After: the questions are those of the lines, numbered anew: a question at a place that was there keeps its
///   identifier, others are added, and those beyond the last line are gone from the draft. As of an earlier day the
///   former ones stand.
/// - Refuses: `request.not-at-stage`, `request.lines-differ`, `request.too-many`. A version that is not the present one is
///   a conflict.
public struct AmendRequest: Act {
    public static let kind: ActKind = "amend-request"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let request: Identifier<Kind.Request>
    public let subject: LocalizedWording
    public let questions: LocalizedWording
    /// Identifiers of its questions, in their order.
    public let points: [String]
    /// How many of them were there before.
    public let kept: String
    /// Identifiers of those that go.
    public let removed: [String]

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let version = Field<String>("version", .version(of: "request"), optional: true)
        static let subject = Field<LocalizedWording>("subject", .localized(maxLength: 300), erasable: true)
        static let questions = Field<LocalizedWording>(
            "questions", .localized(maxLength: 20_000), erasable: true)
        static let points = Field<[String]>("points", .made)
        static let kept = Field<String>("kept", .made)
        static let removed = Field<[String]>("removed", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.version.description, Fields.subject.description,
        Fields.questions.description, Fields.points.description, Fields.kept.description,
        Fields.removed.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        subject = try input[Fields.subject]
        questions = try input[Fields.questions]
        points = try input[Fields.points]
        kept = try input[Fields.kept]
        removed = try input[Fields.removed]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.request.description.name]?.string ?? ""
        let former = try standing.reader.request(id)?.points.map(\.point.id) ?? []
        let many = RequestQuestions.count(in: draft.values[Fields.questions.description.name])
        let added = (0..<max(0, many - former.count)).map { _ in draft.makeID() }
        draft.make(Fields.points, .array((former.prefix(many) + added).map { .string($0) }))
        draft.make(Fields.kept, .string(String(min(many, former.count))))
        draft.make(Fields.removed, .array(former.dropFirst(many).map { .string($0) }))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.request(request, at: [.draft])
        try RequestQuestions(typed: questions).check()
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: request.rawValue)
        try tables.reword(request.rawValue, subject, in: [.directorate], entry)
        let asked = RequestQuestions(typed: questions)
        for (number, point) in points.enumerated() {
            guard number >= Int(kept) ?? 0 else {
                try tables.reword(point, asked.question(at: number), in: [.directorate], entry)
                continue
            }
            try tables.put(
                Item(
                    id: point, type: .requestPoint, room: .directorate, state: place.state,
                    assessment: request.rawValue, parent: request.rawValue, question: String(number + 1),
                    body: asked.question(at: number)), in: [.directorate], entry)
        }
        for point in removed { try tables.close(point, in: .directorate, entry) }
    }
}
