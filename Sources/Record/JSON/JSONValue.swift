/// A JSON value, as payloads, envelopes and API bodies hold it.
///
/// Strings are kept exactly as written; note that Swift compares strings by canonical equivalence, so that
/// two spellings of `é` are equal here while their `canonicalBytes` differ.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A whole number within ±(2⁵³ − 1), the range that every JSON reader keeps exactly.
    case integer(Int64)
    /// Any other finite number.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The largest whole number that a double holds without its neighbours colliding.
    public static let largestInteger: Int64 = 9_007_199_254_740_991

    /// The member of that name; nil if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The element at that position; nil beyond the end or if this is no array.
    public subscript(position: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(position) else { return nil }
        return elements[position]
    }

    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number; nil if this is none.
    public var int: Int? {
        guard case .integer(let value) = self else { return nil }
        return Int(exactly: value)
    }

    /// The number, whole or not; nil if this is none.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    public var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    public var object: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    public var isNull: Bool { self == .null }
}
