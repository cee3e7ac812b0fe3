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
            } else if let chosen = chosen(field.name, in: form) {
                fields[field.name] = .string(chosen)
            } else if let value = form[field.name], !blank(value) {
                fields[field.name] = .string(trimmed(value))
            }
        }
        return fields
    }

    /// A value and the boxes under it, in the spelling of `Pack.AnswerValue`: boxes that were ticked, `value.CODE`, and
    /// dates that were written beside boxes, `value.CODE.date`, which count as ticked.
    private static func chosen(_ name: String, in form: [String: String]) -> String? {
        var chosen: [String: String] = [:]
        for (key, value) in form where key.hasPrefix("\(name).") && !blank(value) {
            let code = String(key.dropFirst(name.count + 1))
            if code.hasSuffix(".date") {
                chosen[String(code.dropLast(5))] = trimmed(value)
            } else {
                chosen[code] = chosen[code] ?? ""
            }
        }
        guard !chosen.isEmpty else { return nil }
        let boxes = chosen.sorted { $0.key < $1.key }.map {
            $0.value.isEmpty ? $0.key : "\($0.key):\($0.value)"
        }
        let own = form[name].map { blank($0) ? [] : [trimmed($0)] } ?? []
        return (own + boxes).joined(separator: " ")
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
