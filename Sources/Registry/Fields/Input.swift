import Record

/// The fields of one act, checked against their descriptions.
public struct Input: Sendable {
    /// By name. This is what the record commits to.
    public let values: [String: JSONValue]

    init(checked values: [String: JSONValue]) { self.values = values }

    /// A field that must be there.
    public subscript<Value: FieldValue>(field: Field<Value>) -> Value {
        get throws {
            guard let json = values[field.description.name] else {
                throw UnreadableField(expected: field.description.name)
            }
            return try Value(field: json)
        }
    }

    /// A field that may be absent.
    public func optional<Value: FieldValue>(_ field: Field<Value>) throws -> Value? {
        try values[field.description.name].map { try Value(field: $0) }
    }
}
