import Disclosure
import Identity
import Record
import Registry

/// Entries, checkpoints, search, and the document that describes it all.
enum RecordEndpoints {
    static let all: [Endpoint] = [
        entries, entry, receipt, proof, match, checkpoints, checkpoint, search,
    ]

    private static let entrySchema = ValueSchema.object([
        .init("type", .code(["entry"])), .init("id", .string()), .init("url", .string()),
        .init("act", .string()), .init("at", .instant), .init("index", .nullable(.integer)),
        .init("person", .nullable(.string())), .init("capacity", .nullable(.string())),
        .init("about", .nullable(.string())), .init("via", .string()),
        .init("objects", .array(.object([.init("type", .string()), .init("id", .string())]))),
        .init("fields", .nullable(.map(.any))), .init("erased", .boolean),
    ])

    private static let receiptSchema = ValueSchema.object([
        .init("format", .code([Receipt.format])), .init("log", .string()), .init("entry", .string()),
        .init("at", .instant), .init("kind", .string()), .init("leaf", .string()),
        .init("openings", .map(.object([.init("salt", .string()), .init("value", .any)]))),
        .init("signature", .string()),
    ])

    private static func list(_ element: ValueSchema) -> JSONValue {
        .object([
            "type": "object", "required": ["items", "next", "total"],
            "properties": .object([
                "items": .object(["type": "array", "items": element.json]),
                "next": ["type": ["string", "null"]], "total": ["type": "integer"],
            ]),
        ])
    }

    private static let entries = Endpoint.api(
        .get, "/api/v1/entries",
        Operation(
            id: "list-entries", summary: "Acts performed, newest first, as far as they may be opened to you.",
            parameters: ResourceEndpoints.pageParameters + [
                ResourceEndpoints.asOf,
                .init(name: "object", place: "query", schema: ["type": "string"], description: "type/id"),
            ], answer: list(entrySchema), errors: [401, 422])
    ) { request in
        let limit = try Paging.limit(request)
        let last = try Paging.last(of: "entries", request)
        let object = try request.query["object"].map { text in
            guard let object = ObjectReference(text: text) else { throw Refusal("query.object", .incomplete) }
            return object
        }
        let (entries, total) = try await request.read { reader in
            let before = try last.map { try reader.position(ofEntry: $0) }
            return (
                try reader.entries(about: object, before: before, limit: limit + 1),
                try reader.entryCount(about: object)
            )
        }
        let page = entries.prefix(limit)
        let next = entries.count > limit ? page.last?.id.rawValue : nil
        return .json(
            Paging.answer(page.map(\.json), next: next, of: "entries", total: total, request))
    }

    private static let entry = Endpoint.api(
        .get, "/api/v1/entries/{id}",
        Operation(
            id: "get-entry", summary: "One entry.",
            parameters: [
                .init(name: "id", place: "path", schema: ["type": "string"]), ResourceEndpoints.asOf,
            ],
            answer: entrySchema.json, errors: [401, 404, 422])
    ) { request in
        let id = EntryID(try request.parameter("id"))
        guard let entry = try await request.read({ try $0.entry(id) }) else {
            throw Refusal("object.not-found", .notFound)
        }
        return .json(entry.json)
    }

    private static let receipt = Endpoint.api(
        .get, "/api/v1/entries/{id}/receipt",
        Operation(
            id: "get-receipt", summary: "The receipt of an act that you performed, once more.",
            parameters: [.init(name: "id", place: "path", schema: ["type": "string"])],
            answer: receiptSchema.json, errors: [401, 404, 422])
    ) { try await EntryPage.receipt($0) }

    private static let proof = Endpoint.api(
        .get, "/api/v1/entries/{id}/proof",
        Operation(
            id: "prove-entry", summary: "Inclusion proof of an entry: for the Directorate and auditors.",
            parameters: [.init(name: "id", place: "path", schema: ["type": "string"])],
            errors: [401, 404, 422])
    ) { request in
        let id = EntryID(try request.parameter("id"))
        let isThere = try await request.read { try $0.entry(id) != nil }
        guard isThere, request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        return .json(try await request.site.registry.inclusionProof(of: id.rawValue))
    }

    private static let matchSchema = ValueSchema.object([
        .init("verdict", .code(["holds", "not-ours", "contradicted"])),
        .init("signature", .code(["ours", "other-log", "not-ours"])),
        .init("statement", .code(["agrees", "differs", "unknown"])),
        .init("openings", .map(.code(["matches", "differs", "absent", "unknown"]))),
        .init("leaf", .code(["in-log", "unproven", "other-leaf", "missing"])),
        .init("entry", .string()), .init("index", .nullable(.integer)), .init("size", .nullable(.integer)),
        .init("proof", .nullable(.any)),
    ])

    private static let match = Endpoint.api(
        .post, "/api/v1/receipts/match",
        Operation(
            id: "match-receipt",
            summary: "Holds a receipt against the record: for the Directorate and auditors. Nothing is kept.",
            body: receiptSchema.json, answer: matchSchema.json, errors: [401, 404, 422])
    ) { request in
        guard request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        let type = request.headers["content-type"] ?? ""
        guard type.isEmpty || type.hasPrefix("application/json") else {
            throw Refusal("request.content-type", .incomplete)
        }
        return .json(try await request.match(receipt: request.body).json)
    }

    private static let checkpoints = Endpoint.api(
        .get, "/api/v1/checkpoints",
        Operation(
            id: "list-checkpoints", summary: "Signed checkpoints: for the Directorate and auditors.",
            parameters: ResourceEndpoints.pageParameters,
            answer: list(
                .object([
                    .init("type", .code(["checkpoint"])), .init("id", .string()), .init("size", .integer),
                    .init("at", .instant), .init("note", .string()),
                ])), errors: [401, 404, 422])
    ) { request in
        guard request.viewer.seesRecord else { throw Refusal("object.not-found", .notFound) }
        let all = try await request.site.registry.checkpoints()
        let items = all.map { checkpoint -> JSONValue in
            .object([
                "type": "checkpoint", "id": .string(String(checkpoint.size)),
                "size": .integer(Int64(checkpoint.size)), "at": .string(checkpoint.at),
                "note": .string(checkpoint.note),
            ])
        }
        return .json(try Paging.page(items, of: "checkpoints", request))
    }

    /// Anyone: the one of the day.
    private static let checkpoint = Endpoint(method: .get, template: "/checkpoint", kind: .health) {
        request in
        .text(try await request.site.registry.checkpointOfTheDay())
    }

    private static let search = Endpoint.api(
        .get, "/api/v1/search",
        Operation(
            id: "search", summary: "Finds among what you may see; two Chinese characters are enough.",
            parameters: [
                .init(
                    name: "q", place: "query", schema: ["type": "string"],
                    description: "Its first 200 characters count."),
                ResourceEndpoints.pageParameters[0], ResourceEndpoints.asOf,
            ],
            answer: list(
                .object([
                    .init("type", .string()), .init("id", .string()), .init("language", .string()),
                    .init("text", .string()), .init("url", .string()),
                ])), errors: [401, 422])
    ) { request in
        let query = String((request.query["q"] ?? "").prefix(200))
        let limit = try Paging.limit(request)
        let hits = try await request.read { try $0.search(query, limit: limit) }
        let items = hits.map { hit -> JSONValue in
            .object([
                "type": .string(hit.type), "id": .string(hit.id), "language": .string(hit.language),
                "text": .string(hit.text), "url": .string(Route.object(type: hit.type, id: hit.id).path),
            ])
        }
        return .json(
            .object(["items": .array(items), "next": .null, "total": .integer(Int64(items.count))]))
    }
}

extension ObjectReference {
    /// `duty/abc…`.
    init?(text: String) {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        self.init(ObjectType(rawValue: String(parts[0])), String(parts[1]))
    }
}

extension EntryView {
    var json: JSONValue {
        .object([
            "type": "entry", "id": .string(id.rawValue), "url": .string(Route.entry(id.rawValue).path),
            "act": .string(kind.rawValue), "at": .string(at.description),
            "index": index.map { .integer(Int64($0)) } ?? .null,
            "person": person.map { .string($0.rawValue) } ?? .null,
            "capacity": capacity.map { .string($0.rawValue) } ?? .null,
            "about": about.map { .string($0) } ?? .null, "via": .string(via),
            "objects": .array(objects.map(\.json)), "fields": fields.map { .object($0) } ?? .null,
            "erased": .bool(isErased),
        ])
    }
}
