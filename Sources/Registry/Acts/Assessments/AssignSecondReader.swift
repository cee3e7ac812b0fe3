import Disclosure
import Record
import Storage

/// Has a sample of requirements read by a second person, who does not see the first ratings before their own.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the reader holds a capacity of the Directorate, does not lead it and rated nothing here (I33); nobody
///   else is still reading. Assigning the same reader again adds to what they read.
/// - After: assigned, for what the head names, what the pack's sample draws from the ratings there are, and all top
///   shortfalls among them, without saying which is which; blind from here on.
/// - Refuses: `reading.assigned`, `reading.rated-before`, `reading.leads`, `reading.not-directorate`,
///   `reading.excluded`, `reading.national`, `reading.nothing`, `requirement.unknown`, `assessment.not-at-stage`.
public struct AssignSecondReader: Act {
    public static let kind: ActKind = "assign-second-reader"
    public static let authority: Authority = "assessment.read-second"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let readers: EntryReaders? = [.directorate]

    public let assessment: AssessmentID
    public let person: PersonID
    public let requirements: [String]
    public let reading: Identifier<Kind.SecondReading>

    public enum Fields {
        static let assessment = Field<AssessmentID>("assessment", .reference(Kind.Assessment.type))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let requirements = Field<[String]>("requirements", .references("requirement"), optional: true)
        static let reading = Field<Identifier<Kind.SecondReading>>("reading", .new(Kind.SecondReading.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.person.description, Fields.requirements.description,
        Fields.reading.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        person = try input[Fields.person]
        requirements = try input.optional(Fields.requirements) ?? []
        reading = try input[Fields.reading]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let name = Fields.requirements.description.name
        let id = AssessmentID(draft.values[Fields.assessment.description.name]?.string ?? "")
        guard let assessment = try standing.reader.assessment(id) else { return }
        let items = try standing.reader.items(of: id.rawValue, [.rating, .secondReading])
        var read = Set((draft.values[name]?.array ?? []).compactMap(\.string))
        if let sample = standing.pack?.sample(of: assessment) {
            read.formUnion(sample.requirements(RatingRow.rows(items)))
        }
        let person = draft.values[Fields.person.description.name]?.string
        if let own = standing.openReading(items, of: person ?? "") {
            read.formUnion(own.sampledRequirements)
            draft.make(Fields.reading, .string(own.id))
        }
        draft.make(Fields.requirements, .array(read.sorted().map { .string($0) }))
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        let items = try standing.reader.items(of: assessment.rawValue, [.rating, .secondReading])
        let open = standing.openReading(items)
        let isAgain = open?.text("person") == person.rawValue
        if open != nil, !isAgain { throw Refusal("reading.assigned", .notNow) }
        if !isAgain, items.contains(where: { $0.type == .rating && $0.author == person.rawValue }) {
            throw Refusal("reading.rated-before", .notAllowed)
        }
        if found.lead == person.rawValue { throw Refusal("reading.leads", .notAllowed) }
        try standing.requireOfDirectorate(person)
        if try standing.reader.isExcluded(person, from: assessment) {
            throw Refusal("reading.excluded", .notAllowed)
        }
        try standing.requireNoNational(person.rawValue, of: found.state)
        if requirements.isEmpty { throw Refusal("reading.nothing", .incomplete) }
        for requirement in requirements { _ = try standing.theme(of: requirement) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let facts = try tables.facts(of: assessment.rawValue)
        try tables.put(
            Item(
                id: reading.rawValue, type: .secondReading, room: .directorate, state: facts.state,
                assessment: facts.id, value: "assigned",
                detail: [
                    "person": .string(person.rawValue),
                    "requirements": .array(requirements.map { .string($0) }),
                ]), in: [.directorate], entry)
        try tables.execute(
            """
            INSERT INTO exclusion (person_id, assessment_id, kind, entered_by)
            VALUES (:person, :assessment, 'ratings', :entry)
            ON CONFLICT (person_id, kind, assessment_id) DO NOTHING
            """, ["person": person, "assessment": assessment, "entry": entry.index])
    }
}
