import Disclosure
import Mandate
import Record

extension WorldBuilder {
    /// Opens the accounts: the console makes the first head, heads and administrators the others.
    mutating func planPeople() throws {
        let console = ActPerformer.console(because: "Demonstration world")
        for (position, person) in script.people.enumerated() {
            let isFirst = position == 0
            let (id, grant) = (newID(), newID())
            try cast(person, id: PersonID(id), grant: GrantID(grant))
            let maker = isFirst ? console : try performer(isMadeByHead(person) ? "head" : "administrator")
            add(person, id, grant, by: maker, day: start)
        }
        for person in script.people where needsConfirmation(person) {
            // A State's Mission vouches for its own people, a head for everyone else.
            let isOwn = ["focal-point", "contributor"].contains(person.capacity)
            let confirmer = isOwn && person.about == script.people.first { $0.key == "mission" }?.about
            try plan(
                "confirm-capacity", on: start.adding(days: confirmer ? 2 : 1),
                by: confirmer ? "mission" : "head",
                ["capacity": .string(try performer(person.key).grant?.rawValue ?? "")])
        }
        for person in script.withoutSignIn { try planOther(person) }
    }

    /// One of those who act for a State without signing in.
    mutating func planOfficial(_ person: WorldScript.Person, confirmedBy key: String) throws {
        let (id, grant) = (newID(), newID())
        try cast(person, id: PersonID(id), grant: GrantID(grant))
        add(person, id, grant, by: try performer("administrator"), day: start.adding(days: 3))
        try plan(
            "confirm-capacity", on: start.adding(days: key == "head" ? 4 : 5), by: key,
            ["capacity": .string(grant)])
    }

    /// Those whose capacity waits, ended, or who have not come in yet.
    private mutating func planOther(_ person: WorldScript.Person) throws {
        let (id, grant) = (newID(), newID())
        try cast(person, id: PersonID(id), grant: GrantID(grant))
        let administrator = try performer("administrator")
        let capacity: [String: JSONValue] = ["capacity": .string(grant)]
        switch person.stage {
        case "ended":
            add(person, id, grant, by: administrator, day: start)
            try plan("confirm-capacity", on: start.adding(days: 1), by: "head", capacity)
            let fields = capacity.merging(["reason": .string(person.reason ?? "")]) { $1 }
            try plan("end-capacity", on: arguments.today.adding(days: -40), by: "administrator", fields)
        default:
            let day = arguments.today.adding(days: -6)
            add(person, id, grant, by: administrator, day: day)
            if person.stage == "invited" {
                try plan("confirm-capacity", on: day.next, by: "head-two", capacity)
            }
        }
    }

    private mutating func add(
        _ person: WorldScript.Person, _ id: String, _ grant: String, by maker: ActPerformer, day: CalendarDate
    ) {
        plan(
            "add-person", on: day, by: maker,
            [
                "name": .string(person.name), "email": .string(person.email),
                "language": .string(person.language),
            ], made: ["person": .string(id)])
        var fields: [String: JSONValue] = ["person": .string(id), "capacity": .string(person.capacity)]
        if let about = about(person) { fields["about"] = .string(about) }
        plan("grant-capacity", on: day, by: maker, fields, made: ["grant": .string(grant)])
    }

    /// A second head is a head's choice; the administrator has to come from somebody, too.
    private func isMadeByHead(_ person: WorldScript.Person) -> Bool {
        ["head", "administrator"].contains(person.capacity)
    }

    private func needsConfirmation(_ person: WorldScript.Person) -> Bool {
        guard let capacity = Capacity(rawValue: person.capacity) else { return false }
        return capacity.opensContent && !isMadeByHead(person)
    }
}
