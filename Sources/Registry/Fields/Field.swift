import Mandate
import Record

/// A field with the type that it is read as.
public struct Field<Value: FieldValue>: Sendable {
    public let description: FieldDescription

    public init(
        _ name: String, _ kind: FieldKind, optional: Bool = false, erasable: Bool = false,
        structured: Bool = false
    ) {
        description = FieldDescription(
            name: name, kind: kind, isRequired: !optional, isErasable: erasable, isStructured: structured)
    }
}

/// What a field's JSON can be read as.
public protocol FieldValue: Sendable {
    /// - Throws: nothing for values that `Validation` has let pass.
    init(field json: JSONValue) throws
}

/// A value that is not what its field describes; only a fault of ours lets it come this far.
struct UnreadableField: Error { let expected: String }

extension String: FieldValue {
    public init(field json: JSONValue) throws {
        guard case .string(let text) = json else { throw UnreadableField(expected: "string") }
        self = text
    }
}

extension Identifier: FieldValue {
    public init(field json: JSONValue) throws { self.init(try String(field: json)) }
}

extension CalendarDate: FieldValue {
    public init(field json: JSONValue) throws {
        guard let date = CalendarDate(try String(field: json)) else {
            throw UnreadableField(expected: "date")
        }
        self = date
    }
}

extension JSONValue: FieldValue {
    public init(field json: JSONValue) throws { self = json }
}

extension Array: FieldValue where Element: FieldValue {
    public init(field json: JSONValue) throws {
        guard case .array(let values) = json else { throw UnreadableField(expected: "list") }
        self = try values.map { try Element(field: $0) }
    }
}

/// One wording per language.
public struct LocalizedWording: Hashable, Sendable, FieldValue {
    /// Language tag to text; never empty, except where the text was erased.
    public let texts: [String: String]

    public init(_ texts: [String: String]) { self.texts = texts }

    public init(field json: JSONValue) throws {
        guard case .object(let values) = json else { throw UnreadableField(expected: "wording per language") }
        texts = try values.mapValues { try String(field: $0) }
    }

    public init(stored text: String) throws { try self.init(field: try JSONValue(parsing: text)) }

    public var json: JSONValue { .object(texts.mapValues { .string($0) }) }
    /// As it stands in a column: canonical JSON.
    public var stored: String { json.canonicalString }

    /// The wording in a language, or in the nearest one that there is.
    ///
    /// - Parameter languages: tags in order of preference.
    public func text(in languages: [String]) -> (text: String, language: String)? {
        for language in languages + ["en"] {
            if let text = texts[language] { return (text, language) }
        }
        return texts.min { $0.key < $1.key }.map { ($0.value, $0.key) }
    }
}
