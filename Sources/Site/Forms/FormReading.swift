import Record
import Registry

/// From a sent form to an act's fields: empty boxes are absent fields, `what.en` is a part of `what`.
enum FormReading {
    static func fields(of act: any Act.Type, from form: [String: String]) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for field in act.fields where field.isSupplied {
            if case .localized = field.kind {
                let parts = form.filter { $0.key.hasPrefix("\(field.name).") && !blank($0.value) }
                guard !parts.isEmpty else { continue }
                fields[field.name] = .object(
                    Dictionary(
                        uniqueKeysWithValues: parts.map {
                            (String($0.key.dropFirst(field.name.count + 1)), .string(trimmed($0.value)))
                        }))
            } else if case .references = field.kind {
                // Boxes that were ticked, `findings.ID`.
                let ticked = form.keys.filter { $0.hasPrefix("\(field.name).") }
                    .map { String($0.dropFirst(field.name.count + 1)) }.sorted()
                if !ticked.isEmpty { fields[field.name] = .array(ticked.map { .string($0) }) }
            } else if let value = form[field.name], !blank(value) {
                fields[field.name] = .string(trimmed(value))
            }
        }
        return fields
    }

    /// From an object's fields to what stands in a form.
    static func values(_ fields: [String: JSONValue]) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in fields {
            if let text = value.string { values[name] = text }
            for (language, text) in value.object ?? [:] { values["\(name).\(language)"] = text.string ?? "" }
        }
        return values
    }

    private static func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
