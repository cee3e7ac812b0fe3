import Disclosure
import Pack
import Record
import Storage

/// Writes the State's own answer to a question, in the State's room.
///
/// - Performer: the State's focal point, its Mission; an official to whom the question was handed.
/// - Authority: `assessment.state`.
/// - Before: the draft is with the State; a disagreement has its reason; office, date and progress have their action.
/// - After: a version in the State's room, and of what it does about it; the Directorate sees nothing of either before
///   they are sent.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`, `question.unknown`, `question.not-asked`,
///   `scale.unknown-option`, `answer.not-date`, `answer.not-number`, `answer.value-not-taken`,
///   `answer.not-applicable-why`, `answer.reason-missing`, `state.action-missing`, `handing.not-handed`. A version that
///   is not the present one is a conflict.
public struct DraftAnswer: Act {
    public static let kind: ActKind = "draft-answer"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [
        .capacity(.focalPoint), .capacity(.mission), .capacity(.contributor),
    ]
    public static let readers: EntryReaders? = [.state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let question: String
    public let position: String
    public let reason: LocalizedWording?
    public let value: String?
    public let explanation: LocalizedWording?
    let undertaking: Undertaking
    public let answer: Identifier<Kind.Answer>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let question = Field<String>("question", .pack(.questions))
        static let position = Field<String>("position", .choice(["agree", "disagree", "supplement"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let value = Field<String>("value", .line(maxLength: 2_000), optional: true)
        static let explanation = Field<LocalizedWording>(
            "explanation", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let version = Field<String>("version", .version(of: "answer"), optional: true)
        static let answer = Field<Identifier<Kind.Answer>>("answer", .new(Kind.Answer.type))
    }
    public static let fields: [FieldDescription] =
        [
            Fields.assessment.description, Fields.question.description, Fields.position.description,
            Fields.reason.description, Fields.value.description, Fields.explanation.description,
        ] + Undertaking.fields + [Fields.version.description, Fields.answer.description]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        question = try input[Fields.question]
        position = try input[Fields.position]
        reason = try input.optional(Fields.reason)
        value = try input.optional(Fields.value)
        explanation = try input.optional(Fields.explanation)
        undertaking = try Undertaking(input)
        answer = try input[Fields.answer]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let question = draft.values[Fields.question.description.name]?.string ?? ""
        let former = try standing.reader.answer(to: question, of: assessment, in: .state)
        if let former { draft.make(Fields.answer, .string(former.id)) }
        try Undertaking.prepare(&draft, under: former?.id, standing)
        try standing.spell(Fields.value, &draft)
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.requireOwn(state: found.state)
        try standing.require(found, at: [.withState])
        let asked = try standing.asked(question, in: .state, for: found)
        if standing.performer.capacity == .contributor {
            let handed = try standing.reader.handings(of: assessment.rawValue).map(\.question)
            guard handed.contains(question) else { throw Refusal("handing.not-handed", .notAllowed) }
        }
        if let value {
            try standing.checkAnswer(
                value, isExplained: explanation != nil, to: asked, of: found)
        }
        try undertaking.check()
        guard position != "disagree" || reason != nil else {
            throw Refusal("answer.reason-missing", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: answer.rawValue, type: .answer, room: .state, state: facts.state, assessment: facts.id,
                question: question, value: value, body: explanation, note: reason,
                detail: ["position": .string(position)]), in: [.state], entry)
        try undertaking.write(
            under: answer.rawValue,
            of: ItemPlace(
                type: ItemType.answer.rawValue, state: facts.state, assessment: facts.id, theme: "",
                requirement: "", question: question), to: tables, entry)
    }
}
