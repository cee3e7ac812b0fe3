import Disclosure
import Storage

/// Invites a person to set a password, or to set a new one after a loss. The one-time address is operational:
/// it never enters the record.
///
/// - Performer: an administrator, a head; the Mission for people of its own State; the console.
/// - Authority: `people.account`.
/// - Before: the account is there; a Mission invites those alone who hold nothing outside its State.
/// - After: earlier invitations of the person no longer work; sessions end where a password is reset.
/// - Refuses: `person.invite-oneself`, `capacity.not-own-state`, `person.invite-by-head`.
public struct InvitePerson: Act {
    public static let kind: ActKind = "invite-person"
    public static let authority: Authority = "people.account"
    public static let performers: [Performer] = [
        .capacity(.administrator), .capacity(.head), .capacity(.mission), .console,
    ]
    public static let isAboutAccounts = true

    public let person: PersonID
    public let purpose: String

    public enum Fields {
        static let person = Field<PersonID>("person", .reference(Kind.Person.type))
        static let purpose = Field<String>("purpose", .choice(["invitation", "reset"]))
    }
    public static let fields = [Fields.person.description, Fields.purpose.description]

    public init(_ input: Input) throws {
        person = try input[Fields.person]
        purpose = try input[Fields.purpose]
    }

    public func check(_ standing: Standing) throws {
        guard standing.performer.person != person else { throw Refusal("person.invite-oneself", .notAllowed) }
        // Whoever has the address can sign in as the person, in every capacity that the person holds.
        if standing.performer.capacity == .mission,
            try standing.guarded.holdsElsewhere(person, than: standing.performer.about ?? "")
        {
            throw Refusal("capacity.not-own-state", .notAllowed)
        }
        // Administrators see no content: they may not come by the address of somebody who does.
        if standing.performer.capacity == .administrator, try standing.guarded.seesContent(person) {
            throw Refusal("person.invite-by-head", .notAllowed)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute("DELETE FROM invitation WHERE person_id = :person", ["person": person])
        if purpose == "reset" {
            try tables.execute("DELETE FROM session WHERE person_id = :person", ["person": person])
        }
    }
}
