import Record

/// What happens in the demonstration world, as `world.json` tells it.
struct WorldScript: Sendable {
    /// One of the people.
    struct Person: Sendable {
        let key: String
        let name: String
        let capacity: String
        /// `state:0` for the first State, `entity:CODE`, or nothing.
        let about: String?
        let language: String
        /// For those without a sign-in: `waiting`, `ended`, `invited`.
        let stage: String?
        let reason: String?
    }

    /// One duty of the mandate and how it fares.
    struct Duty: Sendable {
        let key: String
        let paragraph: String
        /// The fields of its proposal, but for the paragraph.
        let fields: [String: JSONValue]
        /// `confirmed`, `proposed`, `withdrawn` or `corrected`.
        let story: String
        let reason: String?
        let correction: [String: JSONValue]
        let events: [(on: String, about: String)]
        /// One first report after each so many months, and its words.
        let assessments: (everyMonths: Int, about: String)?
        let keep: Keep?
    }

    /// How a duty is kept.
    struct Keep: Sendable {
        let isMeeting: Bool
        let kind: String
        let title: String
        /// One letter for each due date, over and over: kept, late, missed.
        let pattern: [Character]
        /// For duties without a due date.
        let everyMonths: Int?
        let times: Int?
    }

    let people: [Person]
    let withoutSignIn: [Person]
    let duties: [Duty]
    let corrections: [[String: JSONValue]]
    let divergences: [[String: JSONValue]]
    let erased: [String: JSONValue]
    let passwordWords: [String]

    /// - Throws: `JSONParseError`, `DemonstrationFault.script`.
    init(bytes: [UInt8]) throws {
        let json = try JSONValue(parsing: bytes)
        people = try json.list("people").map(Person.init)
        withoutSignIn = try json.list("withoutSignIn").map(Person.init)
        duties = try json.list("duties").map(Duty.init)
        corrections = try json.list("corrections").map { $0.object ?? [:] }
        divergences = try json.list("divergences").map { $0.object ?? [:] }
        erased = json["erased"]?.object ?? [:]
        passwordWords = try json.list("passwordWords").compactMap(\.string)
    }
}

extension WorldScript.Person {
    init(_ json: JSONValue) throws {
        key = try json.text("key")
        name = try json.text("name")
        capacity = try json.text("capacity")
        about = json["about"]?.string
        language = try json.text("language")
        stage = json["stage"]?.string
        reason = json["reason"]?.string
    }

    /// At a domain that RFC 2606 keeps free for examples.
    var email: String {
        name.lowercased().split { !$0.isLetter }.joined(separator: ".") + "@example.org"
    }
}

extension WorldScript.Duty {
    init(_ json: JSONValue) throws {
        key = try json.text("key")
        paragraph = try json.text("paragraph")
        let names = ["addressee", "verb", "what", "limitKind", "normalised", "limitText"]
        fields = (json.object ?? [:]).filter { names.contains($0.key) }
        story = try json.text("story")
        reason = json["reason"]?.string
        correction = json["correction"]?.object ?? [:]
        events = try (json["events"]?.array ?? []).map { (try $0.text("on"), try $0.text("about")) }
        assessments = try json["assessments"].map { ($0["everyMonths"]?.int ?? 6, try $0.text("about")) }
        keep = try json["keep"].map(WorldScript.Keep.init)
    }
}

extension WorldScript.Keep {
    init(_ json: JSONValue) throws {
        isMeeting = try json.text("by") == "meeting"
        kind = try json.text("kind")
        title = try json.text("title")
        pattern = Array(try json.text("pattern"))
        everyMonths = json["everyMonths"]?.int
        times = json["times"]?.int
    }
}

extension JSONValue {
    fileprivate func text(_ key: String) throws -> String {
        guard let text = self[key]?.string else { throw DemonstrationFault.script("“\(key)”") }
        return text
    }

    fileprivate func list(_ key: String) throws -> [JSONValue] {
        guard let list = self[key]?.array, !list.isEmpty else { throw DemonstrationFault.script("“\(key)”") }
        return list
    }
}
