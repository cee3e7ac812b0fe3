import Disclosure
import Record

extension Resource {
    static let requirements = Resource(
        name: "requirements", type: "requirement", filters: ["theme", "paragraph", "resolution"],
        properties: [
            .init("theme", .string()), .init("themes", .array(.string())),
            .init("text", .map(.string())), .init("certainty", .code(["checked", "uncertain"])),
            .init("force", .string()), .init("paragraphs", .array(.string())),
        ], computed: [], page: { "/requirements/\($0)" },
        list: { reader, query in
            try reader.listing(
                query,
                rows: """
                    visible_requirement
                     WHERE (:theme = '' OR theme = :theme)
                       AND (:symbol = '' OR code IN (SELECT requirement FROM visible_requirement_paragraph
                                                      WHERE paragraph LIKE :symbol || '/%'))
                       AND (:paragraph = '' OR code IN (SELECT requirement FROM visible_requirement_paragraph
                                                         WHERE paragraph = :paragraph))
                    """, key: "code", order: "position, code",
                [
                    "theme": query["theme"] ?? "", "symbol": query["resolution"] ?? "",
                    "paragraph": query["paragraph"] ?? "",
                ]
            ) { try reader.requirements($0).map(\.json) }
        },
        one: { reader, id in try reader.requirement(id)?.json })

    static let themes = Resource(
        name: "themes", type: "theme", filters: [],
        properties: [
            .init("names", .map(.string())), .init("title", .string()), .init("crossCutting", .string()),
        ],
        computed: [], page: { "/requirements?theme=\($0)" },
        list: { reader, query in try Listing(of: reader.themes().map(\.json), query) },
        one: { reader, id in try reader.themes().first { $0.code == id }?.json })

    static let states = Resource(
        name: "states", type: "state", filters: ["region"],
        properties: [
            .init("names", .map(.string())), .init("title", .string()), .init("m49", .string()),
            .init("regions", .array(.string())),
        ], computed: [], page: { "/states/\($0)" },
        list: { reader, query in
            try reader.listing(
                query,
                rows: """
                    visible_state AS state
                      LEFT JOIN visible_name AS name
                             ON name.kind = 'state' AND name.code = state.code AND name.language = 'en'
                     WHERE (:region = '' OR state.code IN
                           (SELECT state FROM visible_region_member WHERE region = :region))
                    """, key: "state.code", order: "coalesce(name.sort_key, state.code), state.code",
                ["region": query["region"] ?? ""]
            ) { try reader.states($0).map { $0.json(related: "regions") } }
        },
        one: { reader, id in try reader.state(id)?.json(related: "regions") })

    static let regions = Resource(
        name: "regions", type: "region", filters: [],
        properties: [
            .init("names", .map(.string())), .init("title", .string()), .init("kind", .string()),
            .init("states", .array(.string())),
        ], computed: [], page: { "/states?region=\($0)" },
        list: { reader, query in try Listing(of: reader.regions().map { $0.json(related: "states") }, query)
        },
        one: { reader, id in try reader.regions().first { $0.code == id }?.json(related: "states") })

    static let entities = Resource(
        name: "entities", type: "entity", filters: [],
        properties: [
            .init("names", .map(.string())), .init("title", .string()), .init("unSystem", .string()),
            .init("compact", .string()),
        ], computed: [], page: { "/entities/\($0)" },
        list: { reader, query in try Listing(of: reader.entities().map(\.json), query) },
        one: { reader, id in try reader.entities().first { $0.code == id }?.json })

    static let people = Resource(
        name: "people", type: Kind.Person.type, filters: [],
        properties: [
            .init("title", .nullable(.string())), .init("name", .nullable(.string())),
            .init("email", .nullable(.string())), .init("language", .string()),
            .init(
                "capacities",
                .array(
                    .object([
                        .init("id", .string()), .init("capacity", .string()),
                        .init("about", .nullable(.string())),
                        .init("stage", .code(["waiting", "held", "ended"])),
                    ]))),
        ], computed: [], page: { "/people/\($0)" },
        list: { reader, query in
            try reader.listing(query, rows: "visible_person", key: "id", order: "name, id") {
                try reader.people($0).map(\.json)
            }
        },
        one: { reader, id in try reader.person(PersonID(id))?.json })
}

extension RequirementView {
    var json: JSONValue {
        .object([
            "id": .string(code), "theme": .string(theme), "themes": .array([.string(theme)]),
            "text": text.json, "certainty": .string(certainty), "force": .string(force),
            "paragraphs": .array(paragraphs.map { .string($0) }),
        ])
    }
}

extension NamedView {
    var json: JSONValue { .object(fields) }

    /// With the related codes under a name.
    func json(related: String) -> JSONValue {
        .object(fields.merging([related: .array(self.related.map { .string($0) })]) { $1 })
    }

    private var fields: [String: JSONValue] {
        var fields = details.mapValues { JSONValue.string($0) }
        fields["id"] = .string(code)
        fields["names"] = name.json
        fields["title"] = .string(name.text(in: ["en"])?.text ?? code)
        return fields
    }
}

extension PersonView {
    var json: JSONValue {
        .object([
            "id": .string(id.rawValue), "title": .optional(name), "name": .optional(name),
            "email": .optional(email), "language": .string(language),
            "capacities": .array(
                capacities.map {
                    .object([
                        "id": .string($0.id.rawValue), "capacity": .string($0.capacity.rawValue),
                        "about": .optional($0.about), "stage": .string($0.stage.rawValue),
                    ])
                }),
        ])
    }
}
