import Record
import Registry

/// `GET /api/v1/{resource}` and `GET /api/v1/{resource}/{id}` for every resource there is.
enum ResourceEndpoints {
    static let all: [Endpoint] = Resource.all.flatMap { [list($0), one($0)] }

    static let pageParameters: [Operation.Parameter] = [
        .init(
            name: "limit", place: "query", schema: ["type": "integer", "minimum": 1, "maximum": 200],
            description: "How many at the most; 50 where left out."),
        .init(
            name: "cursor", place: "query", schema: ["type": "string"],
            description: "`next` of the page before."),
    ]
    static let asOf = Operation.Parameter(
        name: "as-of", place: "query", schema: ["type": "string", "format": "date"],
        description: "The version current at the end of that day, as far as it is open to you now.")

    private static func list(_ resource: Resource) -> Endpoint {
        let filters = resource.filters.map {
            Operation.Parameter(name: $0, place: "query", schema: ["type": "string"])
        }
        let answer: JSONValue = .object([
            "type": "object", "required": ["items", "next", "total"],
            "properties": .object([
                "items": .object(["type": "array", "items": resource.schema.json]),
                "next": ["type": ["string", "null"]], "total": ["type": "integer", "minimum": 0],
            ]),
        ])
        let operation = Operation(
            id: "list-\(resource.name)", summary: "The \(resource.name) that you may see.",
            parameters: pageParameters + [asOf] + filters, answer: answer, errors: [401, 422])
        return .api(.get, "/api/v1/\(resource.name)", operation) { request in
            let query = ListQuery(
                filters: request.query.filter { resource.filters.contains($0.key) },
                after: try Paging.last(of: resource.name, request), limit: try Paging.limit(request))
            let listing = try await request.read { try resource.listing($0, query) }
            return .json(
                Paging.answer(
                    listing.items, next: listing.next, of: resource.name, total: listing.total, request))
        }
    }

    private static func one(_ resource: Resource) -> Endpoint {
        let operation = Operation(
            id: "get-\(resource.type.rawValue)", summary: "One \(resource.type.rawValue).",
            parameters: [.init(name: "id", place: "path", schema: ["type": "string"]), asOf],
            answer: resource.schema.json, errors: [401, 404, 422])
        return .api(.get, "/api/v1/\(resource.name)/{id}", operation) { request in
            let id = try request.parameter("id")
            guard let item = try await request.read({ try resource.item($0, id) }) else {
                throw Refusal("object.not-found", .notFound)
            }
            return .json(item)
        }
    }
}
