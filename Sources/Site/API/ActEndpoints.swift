import Identity
import Record
import Registry
import Words

/// The catalogue of acts, and performing them.
enum ActEndpoints {
    static let all: [Endpoint] = [catalogue] + Catalogue.standard.all.flatMap { [describe($0), perform($0)] }

    private static let descriptionSchema = ValueSchema.object([
        .init("name", .string()), .init("title", .string()), .init("authority", .string()),
        .init("capacities", .array(.string())), .init("paragraphs", .array(.string())),
        .init("fields", .array(.any)), .init("schema", .any),
    ])

    private static let catalogue = Endpoint.api(
        .get, "/api/v1/acts",
        Operation(
            id: "list-acts", summary: "Every act there is: who may perform it, with what, resting on what.",
            answer: .object([
                "type": "object", "required": ["items", "next", "total"],
                "properties": .object([
                    "items": .object(["type": "array", "items": descriptionSchema.json]),
                    "next": ["type": "null"], "total": ["type": "integer"],
                ]),
            ]), errors: [401, 422])
    ) { request in
        let described = try await request.site.registry.describedActs()
        let items = described.map { $0.json(request) }
        return .json(
            .object(["items": .array(items), "next": .null, "total": .integer(Int64(items.count))]))
    }

    /// An address of its own for each act, as for performing it: a router takes a name before a parameter.
    private static func describe(_ act: any Act.Type) -> Endpoint {
        let name = act.kind.rawValue
        let operation = Operation(
            id: "get-act-\(name)",
            summary: "The act \(name): who may perform it, with what, resting on what.",
            answer: descriptionSchema.json, errors: [401, 422])
        return .api(.get, "/api/v1/acts/\(name)", operation) { request in
            let described = try await request.site.registry.describedActs()
            guard let act = described.first(where: { $0.name == name }) else {
                throw Refusal("act.unknown", .notFound)
            }
            return .json(act.json(request))
        }
    }

    private static func perform(_ act: any Act.Type) -> Endpoint {
        let name = act.kind.rawValue
        let operation = Operation(
            id: "perform-\(name)", summary: "Performs the act \(name).",
            parameters: [
                .init(
                    name: "Idempotency-Key", place: "header", schema: ["type": "string", "maxLength": 200],
                    description: "The same key and body get the stored answer.")
            ],
            body: DescribedAct.schema(of: act),
            answer: .object([
                "type": "object", "required": ["act", "objects", "receipt"],
                "properties": .object([
                    "act": ["type": "object", "required": ["id", "name", "at"]],
                    "objects": ["type": "array", "items": ["type": "object", "required": ["type", "id"]]],
                    "receipt": ["type": "object"],
                ]),
            ]), errors: [401, 403, 404, 409, 413, 422, 429])
        return .api(.post, "/api/v1/acts/\(name)", operation) { request in
            guard let visitor = request.visitor else { throw Refusal("sign-in.needed", .notSignedIn) }
            let type = request.headers["content-type"] ?? ""
            guard type.isEmpty || type.hasPrefix("application/json") else {
                throw Refusal("request.content-type", .incomplete)
            }
            guard let fields = try JSONValue(parsing: request.body).object else {
                throw Refusal("request.not-object", .incomplete)
            }
            let key = try request.idempotencyKey
            if act.kind == InvitePerson.kind { return try await invite(fields, visitor, key, request) }
            let call = ActCall(act.kind, fields, by: visitor.performer(via: .api))
            return .json(try await request.site.registry.perform(call, idempotencyKey: key))
        }
    }

    /// An invitation's one-time address is no part of the record; the page shows it, a program gets it here.
    private static func invite(
        _ fields: [String: JSONValue], _ visitor: Visitor, _ key: String?, _ request: SiteRequest
    ) async throws -> SiteResponse {
        let call = ActCall(InvitePerson.kind, fields, by: visitor.performer(via: .api))
        let (answer, token) = try await request.site.accounts.invite(call, idempotencyKey: key)
        var json = answer.object ?? [:]
        // An address is shown once: sent again, the act has its answer and no address.
        json["invitation"] = token.map { .string("/invitations/\($0.text)") } ?? .null
        return .json(.object(json))
    }
}

extension DescribedAct {
    func json(_ request: SiteRequest) -> JSONValue {
        .object([
            "name": .string(name), "title": .string(request.words("act.\(name)")),
            "authority": .string(authority), "capacities": .array(capacities.map { .string($0) }),
            "paragraphs": .array(paragraphs.map { .string($0) }),
            "fields": .array(
                fields.map { field in
                    .object([
                        "name": .string(field.name), "required": .bool(field.isRequired),
                        "label": .string(request.words("\(name).\(field.name)")), "schema": field.schema,
                    ])
                }),
            "schema": schema,
        ])
    }
}
