import Disclosure
import Record
import Storage

/// Gives a question, or all of a theme, to a colleague of the Directorate to answer.
///
/// - Performer: the expert who leads the assessment, a head.
/// - Authority: `assessment.conduct`.
/// - Before: the Directorate writes; the colleague is of the Directorate and not excluded from the file.
/// - After: assigned in place of whoever had it; a question of its own goes before its theme.
/// - Refuses: `assessment.not-at-stage`, `assignment.not-lead`, `assignment.scope`, `question.unknown`,
///   `reading.not-directorate`, `assignment.excluded`.
public struct AssignQuestions: Act {
    public static let kind: ActKind = "assign-questions"
    public static let authority: Authority = "assessment.conduct"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let theme: String?
    public let question: String?
    public let person: PersonID
    public let assignment: Identifier<Kind.Assignment>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let theme = Field<String>("theme", .pack(.themes), optional: true)
        static let question = Field<String>("question", .pack(.questions), optional: true)
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let assignment = Field<Identifier<Kind.Assignment>>("assignment", .new(Kind.Assignment.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.theme.description, Fields.question.description,
        Fields.person.description, Fields.assignment.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        theme = try input.optional(Fields.theme)
        question = try input.optional(Fields.question)
        person = try input[Fields.person]
        assignment = try input[Fields.assignment]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let assessment = draft.values[Fields.assessment.description.name]?.string ?? ""
        let theme = draft.values[Fields.theme.description.name]?.string ?? ""
        let question = draft.values[Fields.question.description.name]?.string ?? ""
        let former = try standing.reader.items(of: assessment, [.assignment])
            .first { $0.theme == theme && $0.question == question }
        if let former { draft.make(Fields.assignment, .string(former.id)) }
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        if standing.performer.capacity == .expert, found.lead != standing.performer.person?.rawValue {
            throw Refusal("assignment.not-lead", .notAllowed)
        }
        try standing.require(found, at: AssessmentStage.drafting)
        guard (theme == nil) != (question == nil) else { throw Refusal("assignment.scope", .incomplete) }
        if let question { _ = try standing.question(question, of: found) }
        try standing.requireOfDirectorate(person)
        if try standing.reader.isExcluded(person, from: assessment) {
            throw Refusal("assignment.excluded", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: assignment.rawValue, type: .assignment, room: .directorate, state: facts.state,
                assessment: facts.id, theme: theme ?? "", question: question ?? "",
                detail: ["person": .string(person.rawValue)]), in: [.directorate], entry)
    }
}

extension [ItemView] {
    /// To whom a question of a theme is assigned, by itself or with its theme.
    public func assignee(of question: String, theme: String) -> String? {
        let assignments = filter { $0.type == .assignment }
        return
            (assignments.last { $0.question == question }
            ?? assignments.last { $0.question.isEmpty && $0.theme == theme })?.text("person")
    }
}
