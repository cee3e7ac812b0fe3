import Record
import Registry

/// One object of each type in a world, and right fields for every act.
struct Objects: Sendable {
    let duty: String
    let relative: String
    let document: String
    let divergence: String
    let erasure: String
    let waiting: String
    let newcomer: String
    let entry: String

    /// Kinds that were performed in making these.
    static let made: Set<String> = [
        "propose-duty", "confirm-duty", "record-document", "note-divergence", "propose-erasure", "add-person",
        "grant-capacity", "enter-resolution", "adopt-questionnaire",
    ]

    static let divergenceFields: [String: JSONValue] = [
        "paragraph": "S-RES-2617-2021-OP-12", "firstLanguage": "en", "firstWords": "visit",
        "secondLanguage": "zh-Hant", "secondWords": "訪問", "question": "Which of the two is meant?",
    ]

    init(_ world: TestWorld) async throws {
        duty = try await world.propose()
        relative = try await world.confirmed(
            TestWorld.duty(kind: "relative", limit: "P12M from=the submission of the report"))
        let outcome = try await world.perform(
            "record-document", ["title": "A slip", "kind": "letter", "issuedOn": "2024-03-01"], by: "expert")
        (document, entry) = (outcome.id("document"), outcome.entry)
        divergence = try await world.perform("note-divergence", Self.divergenceFields, by: "expert").id(
            "divergence")
        erasure = try await world.perform(
            "propose-erasure", ["entry": .string(entry), "reason": "Names a person"], by: "head"
        ).id("erasure")
        newcomer = try await world.perform(
            "add-person", ["name": "Newcomer", "email": "newcomer@example.org", "language": "en"],
            by: "administrator"
        ).id("person")
        waiting = try await world.perform(
            "grant-capacity", ["person": .string(newcomer), "capacity": "expert"], by: "administrator"
        ).id("capacity")
    }

    /// Acts that nobody refuses here, with who performs them, in an order in which all can be.
    var story: [(String, [String: JSONValue], String)] {
        [
            ("correct-duty", fields("correct-duty"), "expert-two"),
            ("confirm-duty", fields("confirm-duty"), "head"),
            ("record-duty-event", fields("record-duty-event"), "committee-secretary"),
            ("fulfil-duty", fields("fulfil-duty"), "committee-secretary"),
            ("withdraw-duty", fields("withdraw-duty"), "head"),
            ("settle-divergence", fields("settle-divergence"), "head"),
            ("record-meeting", fields("record-meeting"), "committee-secretary"),
            ("register-resolution", fields("register-resolution"), "expert"),
            ("correct-reading", fields("correct-reading"), "expert"),
            ("record-succession", fields("record-succession"), "head"),
            ("correct-person", fields("correct-person"), "administrator"),
            ("invite-person", fields("invite-person"), "head"),
            ("confirm-capacity", fields("confirm-capacity"), "head"),
            ("erase-payload", fields("erase-payload"), "head-two"),
        ]
    }

    func fields(_ act: any Act.Type) -> [String: JSONValue] { fields(act.kind.rawValue) }

    func fields(_ kind: String) -> [String: JSONValue] {
        switch kind {
        case "propose-duty": TestWorld.duty()
        case "correct-duty":
            TestWorld.duty(what: "Better words").merging(["duty": .string(duty), "reason": "A slip"]) { $1 }
        case "confirm-duty": ["duty": .string(duty)]
        case "withdraw-duty": ["duty": .string(duty), "reason": "No duty at all"]
        case "record-duty-event":
            ["duty": .string(relative), "occurredOn": "2024-03-01", "about": "The report on Freedonia"]
        case "fulfil-duty":
            ["duty": .string(relative), "document": .string(document), "fulfilledOn": "2024-03-02"]
        case "settle-divergence": ["divergence": .string(divergence), "settlement": "The schedule is meant."]
        case "note-divergence": Self.divergenceFields
        case "correct-reading":
            [
                "paragraph": "S-RES-2617-2021-OP-12", "language": "en", "about": "print", "printed": "visit",
                "corrected": "visits", "reason": "A slip of the print",
            ]
        default: others(kind)
        }
    }

    private func others(_ kind: String) -> [String: JSONValue] {
        switch kind {
        case "record-document": ["title": "A letter", "kind": "letter", "issuedOn": "2024-03-01"]
        case "record-meeting": ["title": "A briefing", "kind": "briefing", "heldOn": "2024-03-01"]
        case "register-resolution":
            [
                "symbol": "S/RES/2395(2017)", "adoptedOn": "2017-12-21", "title": "Earlier",
                "source": "The record",
            ]
        case "enter-resolution":
            ["text": .string(TestPack.english), "source": "The record", "official": "yes"]
        case "record-succession":
            [
                "earlier": "S-RES-2395-2017", "later": "S-RES-2617-2021", "effect": "replaces",
                "fromOn": "2021-12-30", "source": "Its text", "reason": "It says so",
            ]
        case "add-person": ["name": "Another", "email": "another@example.org", "language": "en"]
        case "correct-person":
            [
                "person": .string(newcomer), "name": "New Name", "email": "new@example.org",
                "language": "zh-Hans",
            ]
        case "invite-person": ["person": .string(newcomer), "purpose": "invitation"]
        case "grant-capacity": ["person": .string(newcomer), "capacity": "researcher"]
        case "confirm-capacity": ["capacity": .string(waiting)]
        case "propose-erasure": ["entry": .string(entry), "reason": "Names a person"]
        case "erase-payload": ["erasure": .string(erasure)]
        case "adopt-pack": ["pack": "0000"]
        default: [:]
        }
    }
}
