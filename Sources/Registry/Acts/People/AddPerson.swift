import Disclosure
import Storage

/// Opens an account for a person; it opens nothing to them until a capacity is granted and confirmed.
///
/// - Performer: an administrator, a head; the console.
/// - Authority: `people.account`.
/// - Before: no other account has the address.
/// - After: the person is there, without capacity or password.
/// - Refuses: `person.address-taken`.
public struct AddPerson: Act {
    public static let kind: ActKind = "add-person"
    public static let authority: Authority = "people.account"
    public static let performers: [Performer] = [.capacity(.administrator), .capacity(.head), .console]
    public static let erasure = [ErasedColumns("person_version", ["name", "email"])]
    public static let isAboutAccounts = true

    public let person: PersonID
    public let name: String
    public let email: String
    /// Tag of the interface language to begin with.
    public let language: String

    public enum Fields {
        static let person = Field<PersonID>("person", .new(Kind.Person.type))
        static let name = Field<String>("name", .line(maxLength: 200), erasable: true)
        static let email = Field<String>("email", .email, erasable: true)
        static let language = Field<String>("language", .choice(["en", "zh-Hans", "zh-Hant"]))
    }
    public static let fields = [
        Fields.person.description, Fields.name.description, Fields.email.description,
        Fields.language.description,
    ]

    public init(_ input: Input) throws {
        person = try input[Fields.person]
        name = try input[Fields.name]
        email = try input[Fields.email].lowercased()
        language = try input[Fields.language]
    }

    public func check(_ standing: Standing) throws {
        guard try !standing.guarded.isTaken(email: email) else {
            throw Refusal("person.address-taken", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO person_version (person_id, name, email, language, entered_by)
            VALUES (:person, :name, :email, :language, :entry)
            """,
            ["person": person, "name": name, "email": email, "language": language, "entry": entry.index])
    }
}
