import Disclosure
import Record
import Storage

/// Sends the State's answers as they stand: they leave its room, and the Directorate has them beside its own.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `assessment.state`.
/// - Before: the draft is with the State; something is there to send, and no disagreement lacks its reason.
/// - After: the Directorate sees these versions; whoever sent them has a receipt.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`, `state.nothing-to-send`, `state.reason-missing`.
public struct SendAnswers: Act {
    public static let kind: ActKind = "send-answers"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let assessment: AssessmentID
    public let answers: [String]

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let answers = Field<[String]>("answers", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.answers.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        answers = try input[Fields.answers]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let drafts = try standing.reader.items(of: assessment, [.answer]).filter {
            $0.room == Room.Kind.state.rawValue
        }
        draft.make(Fields.answers, .array(drafts.map { .string($0.id) }))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.requireOwn(state: found.state)
        try standing.require(found, at: [.withState])
        guard !answers.isEmpty else { throw Refusal("state.nothing-to-send", .incomplete) }
        let unexplained = try standing.reader.items(of: assessment.rawValue, [.answer]).filter {
            $0.room == Room.Kind.state.rawValue && $0.isUnexplained
        }
        guard unexplained.isEmpty else {
            throw Refusal(
                "state.reason-missing", .incomplete,
                ["codes": unexplained.map(\.question).sorted().joined(separator: ", ")])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.send(
            [.answer], of: assessment.rawValue, from: .state, to: .directorate, arisen: .state, entry)
        try tables.send(
            [.step, .evidence], of: assessment.rawValue, under: .answer, from: .state, to: .directorate,
            arisen: .state, entry)
    }
}
