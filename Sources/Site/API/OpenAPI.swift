import Record
import Registry

/// The OpenAPI 3.1 document, made from the endpoints that are served.
enum OpenAPI {
    static func document(_ endpoints: [Endpoint]) -> JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for endpoint in endpoints {
            guard case .api(let operation) = endpoint.kind else { continue }
            paths[endpoint.template, default: [:]][endpoint.method.rawValue.lowercased()] = describe(
                operation, hasBody: endpoint.method == .post)
        }
        return .object([
            "openapi": "3.1.0",
            "info": [
                "title": "Stocktake", "version": "1",
                "description": "The working registry of an expert body that assesses States.",
            ],
            "servers": [["url": "/"]],
            "security": .array([[:], ["bearer": []]]),
            "paths": .object(paths.mapValues { .object($0) }),
            "components": [
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Problem": problem],
            ],
        ])
    }

    private static let problem: JSONValue = [
        "type": "object", "required": ["type", "title", "status", "detail"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string"],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["field", "message"],
                    "properties": [
                        "field": ["type": "string"], "message": ["type": "string"],
                        "sheet": ["type": "string"], "row": ["type": "integer"], "cell": ["type": "string"],
                    ],
                ],
            ],
        ],
    ]

    private static func describe(_ operation: Operation, hasBody: Bool) -> JSONValue {
        var fields: [String: JSONValue] = [
            "operationId": .string(operation.id), "summary": .string(operation.summary),
            "parameters": .array(
                operation.parameters.map { parameter in
                    .object([
                        "name": .string(parameter.name), "in": .string(parameter.place),
                        "required": .bool(parameter.place == "path"), "schema": parameter.schema,
                        "description": .string(parameter.description),
                    ])
                }),
            "responses": .object(responses(operation)),
        ]
        if hasBody, let body = operation.body {
            fields["requestBody"] = .object([
                "required": true,
                "content": .object(
                    Dictionary(operation.bodyTypes.map { ($0, .object(["schema": body])) }) { first, _ in
                        first
                    }),
            ])
        }
        return .object(fields)
    }

    private static func responses(_ operation: Operation) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "200": .object([
                "description": "Done.",
                "content": .object([operation.answerType: .object(["schema": operation.answer])]),
            ])
        ]
        for status in Set([400, 413, 429, 503] + (operation.body == nil ? [] : [415]) + operation.errors) {
            responses[String(status)] = [
                "description": "Not done; `detail` says what to do.",
                "content": [
                    "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                ],
            ]
        }
        return responses
    }
}
