import Disclosure
import Storage

/// Corrects the name, address or language of an account. Its sessions end when the address changes hands.
///
/// - Performer: an administrator, a head.
/// - Authority: `people.account`.
/// - Before: no other account has the new address.
/// - After: a new version of the person stands; the earlier one stays readable as of its time.
/// - Refuses: `person.address-taken`.
public struct CorrectPerson: Act {
    public static let kind: ActKind = "correct-person"
    public static let authority: Authority = "people.account"
    public static let performers: [Performer] = [.capacity(.administrator), .capacity(.head)]
    public static let erasure = [ErasedColumns("person_version", ["name", "email"])]
    public static let isAboutAccounts = true

    public let person: PersonID
    public let name: String
    public let email: String
    public let language: String

    public enum Fields {
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let version = Field<String>("version", .version(of: "person"), optional: true)
        static let name = AddPerson.Fields.name
        static let email = AddPerson.Fields.email
        static let language = AddPerson.Fields.language
    }
    public static let fields = [
        Fields.person.description, Fields.version.description, Fields.name.description,
        Fields.email.description, Fields.language.description,
    ]

    public init(_ input: Input) throws {
        person = try input[Fields.person]
        name = try input[Fields.name]
        email = try input[Fields.email].lowercased()
        language = try input[Fields.language]
    }

    public func check(_ standing: Standing) throws {
        guard try !standing.guarded.isTaken(email: email, by: person) else {
            throw Refusal("person.address-taken", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        for table in ["session", "invitation"] {
            try tables.execute(
                """
                DELETE FROM \(table) WHERE person_id = :person AND EXISTS
                       (SELECT 1 FROM person_version AS current
                         WHERE current.person_id = :person AND current.until_entry IS NULL
                           AND (current.email IS NULL OR current.email <> :email))
                """, ["person": person, "email": email])
        }
        try tables.execute(
            """
            UPDATE person_version SET until_entry = :entry WHERE person_id = :person AND until_entry IS NULL
            """, ["person": person, "entry": entry.index])
        try tables.execute(
            """
            INSERT INTO person_version (person_id, name, email, language, entered_by)
            VALUES (:person, :name, :email, :language, :entry)
            """,
            ["person": person, "name": name, "email": email, "language": language, "entry": entry.index])
    }
}
