import Yams

/// One language's file: flat keys, each with a text or with plural forms.
///
/// ```yaml
/// language.name: English
/// calendar.open: Open the calendar of {year}
/// desk.waiting:
///   count: duties
///   one: "{duties} duty waits for you."
///   other: "{duties} duties wait for you."
/// ```
///
/// `count` names the placeholder that chooses the form; without it, it is `count` itself.
struct WordsFile: Sendable {
    let messages: [String: Message]

    /// - Parameter name: of the file, for what is said about faults.
    static func read(_ text: String, name: String) throws(WordsFault) -> WordsFile {
        let node: Node?
        do {
            node = try compose(yaml: text)
        } catch let error as YamlError {
            throw WordsFault(file: name, line: error.line, what: "not readable as YAML: \(error.problem)")
        } catch {
            throw WordsFault(file: name, line: nil, what: "not readable as YAML")
        }
        guard case .mapping(let mapping)? = node else {
            throw WordsFault(file: name, line: 1, what: "no messages: want one `key: text` per line")
        }
        var messages: [String: Message] = [:]
        for (keyNode, value) in mapping {
            let line = keyNode.mark?.line
            guard let key = keyNode.string, messages[key] == nil else {
                throw WordsFault(file: name, line: line, what: "a key that is no text, or comes twice")
            }
            guard let message = message(value) else {
                throw WordsFault(
                    file: name, line: line,
                    what: "\(key): want a text or plural forms with `other`, and every brace closed")
            }
            messages[key] = message
        }
        return WordsFile(messages: messages)
    }

    private static func message(_ node: Node) -> Message? {
        switch node {
        case .scalar(let scalar):
            return Message.parts(of: trimmed(scalar.string)).map {
                Message(forms: [.other: $0], counted: nil)
            }
        case .mapping(let mapping):
            var forms: [PluralCategory: [Message.Part]] = [:]
            var counted = "count"
            for (key, value) in mapping {
                guard let name = key.string, let text = value.string else { return nil }
                if name == "count" {
                    counted = text
                    continue
                }
                guard let category = PluralCategory(rawValue: name) else { return nil }
                guard let parts = Message.parts(of: trimmed(text)) else { return nil }
                forms[category] = parts
            }
            return forms[.other] == nil ? nil : Message(forms: forms, counted: counted)
        default:
            return nil
        }
    }

    /// A folded text ends with a line end that nobody wrote.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
