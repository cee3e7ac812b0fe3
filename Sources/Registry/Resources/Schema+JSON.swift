import Record

/// The shape of a JSON value, as JSON Schema 2020-12 says it; the OpenAPI document is made of these.
public indirect enum ValueSchema: Sendable {
    case string(description: String? = nil)
    case date
    case instant
    case boolean
    case integer
    case code([String])
    case array(ValueSchema)
    case object([Property])
    /// An object whose members all have one shape.
    case map(ValueSchema)
    case nullable(ValueSchema)
    case any

    public struct Property: Sendable {
        public let name: String
        public let schema: ValueSchema
        public let isRequired: Bool

        public init(_ name: String, _ schema: ValueSchema, required: Bool = true) {
            self.name = name
            self.schema = schema
            isRequired = required
        }
    }

    /// JSON Schema.
    public var json: JSONValue {
        switch self {
        case .string(let description):
            var fields: [String: JSONValue] = ["type": "string"]
            if let description { fields["description"] = .string(description) }
            return .object(fields)
        case .date: return ["type": "string", "format": "date"]
        case .instant: return ["type": "string", "format": "date-time"]
        case .boolean: return ["type": "boolean"]
        case .integer: return ["type": "integer"]
        case .code(let codes): return .object(["type": "string", "enum": .array(codes.map { .string($0) })])
        case .array(let element): return .object(["type": "array", "items": element.json])
        case .object(let properties): return Self.object(properties)
        case .map(let element): return .object(["type": "object", "additionalProperties": element.json])
        case .nullable(let schema): return .object(["anyOf": .array([schema.json, ["type": "null"]])])
        case .any: return [:]
        }
    }

    private static func object(_ properties: [Property]) -> JSONValue {
        .object([
            "type": "object",
            "properties": .object(
                Dictionary(uniqueKeysWithValues: properties.map { ($0.name, $0.schema.json) })),
            "required": .array(properties.filter(\.isRequired).map { .string($0.name) }),
        ])
    }
}

extension FieldDescription {
    /// JSON Schema of the field as a program supplies it.
    public var schema: JSONValue {
        switch kind {
        case .localized(let most):
            .object([
                "type": "object", "minProperties": 1,
                "additionalProperties": .object(
                    ["type": "string", "maxLength": .integer(Int64(most))].merging(
                        isStructured ? ["contentMediaType": "text/markdown"] : [:]
                    ) { $1 }),
            ])
        case .line(let most), .text(let most):
            .object(["type": "string", "minLength": 1, "maxLength": .integer(Int64(most))])
        case .references:
            .object([
                "type": "array", "items": ["type": "string", "maxLength": 128],
                "minItems": .integer(isRequired ? 1 : 0), "maxItems": 100, "uniqueItems": true,
            ])
        case .date: ["type": "string", "format": "date"]
        case .choice(let codes): .object(["type": "string", "enum": .array(codes.map { .string($0) })])
        case .email: ["type": "string", "format": "email", "maxLength": 254]
        default: ["type": "string", "maxLength": 128]
        }
    }
}
