import Record

/// Every identifier that was ever made in either world, whether the viewer may see it or not.
struct Pool: Sendable {
    struct Object: Hashable, Sendable {
        let type: String
        let id: String
        /// The assessment to which it belongs; empty where to none.
        var assessment = ""
    }

    private(set) var objects: [Object] = []
    private var known: Set<Object> = []
    /// Who is who, by key.
    let people: [String: String]

    /// Codes of the pack that the stories use.
    static let states = ["FRD", "SYL"]
    static let entities = ["UNODC", "INTERPOL"]
    static let requirements = ["LEG1", "CFT3"]
    static let questions = ["Q1", "Q2"]
    static let options = ["fully", "largely", "partly", "small-extent", "not-implemented", "no-information"]

    init(_ world: TwinWorld) {
        people = world.people.mapValues(\.person)
        for one in world.people.values.sorted(by: { $0.key < $1.key }) where one.capacity != nil {
            add(Object(type: "person", id: one.person))
            add(Object(type: "capacity", id: one.grant))
        }
        for part in ["", "-OP-1", "-OP-12", "-OP-16"] {
            add(Object(type: part.isEmpty ? "resolution" : "paragraph", id: TwinWorld.resolution + part))
        }
        for (type, codes) in [
            ("state", Self.states), ("entity", Self.entities), ("requirement", Self.requirements),
            ("question", Self.questions), ("questionnaire", ["short-survey"]), ("theme", ["LEG", "CFT"]),
        ] {
            for code in codes { add(Object(type: type, id: code)) }
        }
    }

    mutating func add(_ object: Object) {
        if known.insert(object).inserted { objects.append(object) }
    }

    /// What an act's answer names: its objects and its entry.
    ///
    /// - Parameter assessment: to which they belong.
    mutating func add(answer: JSONValue, assessment: String) {
        for object in answer["objects"]?.array ?? [] {
            guard let type = object["type"]?.string, let id = object["id"]?.string, type != "item" else {
                continue
            }
            if !ids(type).contains(id) { add(Object(type: type, id: id, assessment: assessment)) }
        }
        if let entry = answer["act"]?["id"]?.string { add(Object(type: "entry", id: entry)) }
    }

    /// Identifiers of a type, of one assessment or of all; `item` means every type of item.
    func ids(_ type: String, of assessment: String? = nil) -> [String] {
        objects.filter {
            ($0.type == type || type == "item" && Self.items.contains($0.type))
                && (assessment == nil || $0.assessment == assessment)
        }.map(\.id)
    }

    private static let items: Set<String> = [
        "finding", "recommendation", "overview", "answer", "rating", "position", "follow-up", "assessment",
        "observation", "measure",
    ]
}
