import Disclosure
import Pack
import Record
import Storage

/// Answers a question of the survey in the Directorate's room, from the State's and other sources.
///
/// What the State sends stands beside it, never over it. Answering again adds a version (I11).
///
/// - Performer: an expert, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; the question is asked of this State; the value is of its kind; "not applicable" is
///   explained; replies on which it rests were sent by this State.
/// - After: the answer, in the Directorate's room until the draft is sent.
/// - Refuses: `assessment.not-at-stage`, `question.unknown`, `question.not-asked`, `scale.unknown-option`,
///   `answer.not-date`, `answer.not-number`, `answer.value-not-taken`, `answer.not-applicable-why`,
///   `answer.value-missing`, `answer.explanation-missing`, `source.other-state`. A version that is not the present one is a conflict.
public struct RecordAnswer: Act {
    public static let kind: ActKind = "record-answer"
    public static let authority: Authority = "assessment.conduct"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let assessment: AssessmentID
    public let question: String
    public let value: String?
    public let explanation: LocalizedWording?
    public let source: String
    /// What the State replied to requests for information, on which it rests.
    public let replies: [Identifier<Kind.RequestReply>]?
    public let confidence: String
    public let answer: Identifier<Kind.Answer>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let question = Field<String>("question", .pack(.questions))
        static let value = Field<String>("value", .line(maxLength: 2_000), optional: true)
        static let explanation = Field<LocalizedWording>(
            "explanation", .localized(maxLength: 8_000), optional: true, erasable: true)
        static let source = Field<String>(
            "source", .choice(["state", "visit", "united-nations", "organisation", "public"]))
        static let replies = Field<[Identifier<Kind.RequestReply>]>(
            "replies", .references(Kind.RequestReply.type), optional: true)
        static let confidence = Field<String>("confidence", .choice(["high", "medium", "low"]))
        static let version = Field<String>("version", .version(of: "answer"), optional: true)
        static let answer = Field<Identifier<Kind.Answer>>("answer", .new(Kind.Answer.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.question.description, Fields.value.description,
        Fields.explanation.description, Fields.source.description, Fields.replies.description,
        Fields.confidence.description,
        Fields.version.description, Fields.answer.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        question = try input[Fields.question]
        value = try input.optional(Fields.value)
        explanation = try input.optional(Fields.explanation)
        source = try input[Fields.source]
        replies = try input.optional(Fields.replies)
        confidence = try input[Fields.confidence]
        answer = try input[Fields.answer]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let question = draft.values[Fields.question.description.name]?.string ?? ""
        let former = try standing.reader.answer(to: question, of: assessment, in: .directorate)
        if let former { draft.make(Fields.answer, .string(former.id)) }
        try standing.spell(Fields.value, &draft)
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        try standing.require(replies ?? [], of: found.state)
        let asked = try standing.asked(question, in: .directorate, for: found)
        if let value {
            try standing.checkAnswer(
                value, isExplained: explanation != nil, to: asked, of: found)
        } else if asked.kind != .open {
            throw Refusal("answer.value-missing", .incomplete)
        } else if explanation == nil {
            throw Refusal("answer.explanation-missing", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        var detail: [String: JSONValue] = ["source": .string(source), "confidence": .string(confidence)]
        detail["edition"] = facts.detail["edition"]
        try tables.put(
            Item(
                id: answer.rawValue, type: .answer, room: .directorate, state: facts.state,
                assessment: facts.id, question: question, value: value, body: explanation,
                detail: detail),
            in: [.directorate], entry)
        try tables.derive(answer.rawValue, from: (replies ?? []).map(\.rawValue), "rests-on", entry)
        if replies?.isEmpty == false { try tables.recomputeReach(downstreamOf: [answer.rawValue]) }
    }
}
