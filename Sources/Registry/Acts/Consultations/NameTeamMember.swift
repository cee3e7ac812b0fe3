import Disclosure
import Storage

/// Adds a colleague to the named team of a consultation.
///
/// - Performer: a member of the team.
/// - Authority: `consultation.hold`.
/// - Before: the colleague holds a capacity of the Directorate.
/// - After: they see who was heard. Known to the team alone.
/// - Refuses: `consultation.not-team`, `reading.not-directorate`.
public struct NameTeamMember: Act {
    public static let kind: ActKind = "name-team-member"
    public static let authority: Authority = "consultation.hold"
    public static let performers: [Performer] = [.capacity(.expert), .capacity(.head)]
    public static let readers: EntryReaders? = []

    public let consultation: Identifier<Kind.Consultation>
    public let person: PersonID

    public enum Fields {
        static let consultation = Field<Identifier<Kind.Consultation>>(
            "consultation", .reference(Kind.Consultation.type))
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.consultation.description, Fields.person.description,
    ]

    public init(_ input: Input) throws {
        consultation = try input[Fields.consultation]
        person = try input[Fields.person]
    }

    public func check(_ standing: Standing) throws {
        guard try standing.reader.isOnTeam(of: consultation.rawValue) else {
            throw Refusal("consultation.not-team", .notAllowed)
        }
        let held = try standing.reader.person(person)?.capacities.filter { $0.stage == .held } ?? []
        guard held.contains(where: { $0.capacity == .expert || $0.capacity == .head }) else {
            throw Refusal("reading.not-directorate", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.join(consultation.rawValue, person.rawValue, entry)
    }
}
