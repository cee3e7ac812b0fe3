import Disclosure
import Storage

/// Hands one question to an official of a ministry, in the State's room.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `assessment.state`.
/// - Before: the draft is with the State; the official contributes for this State.
/// - After: the official sees the question and their own State's answer to it, and nothing else of the case.
/// - Refuses: `assessment.not-at-stage`, `state.not-own`, `question.unknown`, `handing.not-contributor`.
public struct HandQuestion: Act {
    public static let kind: ActKind = "hand-question"
    public static let authority: Authority = "assessment.state"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.state]

    public let assessment: AssessmentID
    public let question: String
    public let person: PersonID

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let question = Field<String>("question", .pack(.questions))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.question.description, Fields.person.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        question = try input[Fields.question]
        person = try input[Fields.person]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.requireOwn(state: found.state)
        try standing.require(found, at: [.withState])
        _ = try standing.question(question, of: found)
        try standing.requireContributor(person, of: found.state)
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.hand(question, of: facts.id, in: facts.state, to: person, entry)
    }
}
