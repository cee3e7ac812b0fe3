import Disclosure
import Record
import Storage

/// Has a sample of requirements read by a second person, who does not see the first ratings before their own.
///
/// - Performer: a head.
/// - Authority: `assessment.read-second`.
/// - Before: the reader holds a capacity of the Directorate, rated nothing here (I33), and there is no reader yet.
/// - After: assigned; blind from here on.
/// - Refuses: `reading.assigned`, `reading.rated-before`, `reading.not-directorate`, `reading.excluded`,
///   `assessment.not-at-stage`.
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
        static let requirements = Field<[String]>("requirements", .references("requirement"))
        static let reading = Field<Identifier<Kind.SecondReading>>("reading", .new(Kind.SecondReading.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.assessment.description, Fields.person.description, Fields.requirements.description,
        Fields.reading.description,
    ]

    public init(_ input: Input) throws {
        assessment = try input[Fields.assessment]
        person = try input[Fields.person]
        requirements = try input[Fields.requirements]
        reading = try input[Fields.reading]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.assessment(assessment)
        try standing.require(found, at: AssessmentStage.drafting)
        let items = try standing.reader.items(of: assessment.rawValue, [.rating, .secondReading])
        if items.contains(where: { $0.type == .secondReading }) { throw Refusal("reading.assigned", .notNow) }
        if items.contains(where: { $0.author == person.rawValue }) {
            throw Refusal("reading.rated-before", .notAllowed)
        }
        try standing.requireOfDirectorate(person)
        if try standing.reader.isExcluded(person, from: assessment) {
            throw Refusal("reading.excluded", .notAllowed)
        }
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
