import Yams

/// A value in a pack file, and where it stands. Reading it wrongly is noted, never thrown.
struct Place {
    let file: String
    let node: Node
    let notes: FaultNotes

    var line: Int? { node.mark?.line }

    func note(_ kind: PackFault.Kind, _ what: String, _ whatToDo: String) {
        notes.note(kind, file, line, what, whatToDo)
    }

    /// The keys and values of a mapping; notes keys that are not foreseen.
    func fields(_ known: Set<String>, open: Bool = false) -> Fields? {
        guard case .mapping(let mapping) = node else {
            note(
                .wrongShape, "Here should be keys and values.",
                "Write it as `\(known.sorted().first ?? "key"): …` or `{ … }`.")
            return nil
        }
        var values: [String: Place] = [:]
        for (key, value) in mapping {
            let place = Place(file: file, node: value, notes: notes)
            guard let name = key.string else {
                place.note(.wrongShape, "A key is not a word.", "Write the key as plain text.")
                continue
            }
            if !open && !known.contains(name) {
                Place(file: file, node: key, notes: notes).note(
                    .unknownKey, "The key \(name.quoted) is not known here.",
                    "Take it out, or use one of: \(known.sorted().joined(separator: ", ")).")
            }
            values[name] = place
        }
        return Fields(place: self, values: values)
    }

    /// The items of a list.
    func items(atMost most: Int = 1_000) -> [Place] {
        guard case .sequence(let sequence) = node else {
            note(.wrongShape, "Here should be a list.", "Write it as lines that begin with `-`, or `[ … ]`.")
            return []
        }
        if sequence.count > most {
            note(.tooMany, "The list has \(sequence.count) items, more than \(most).", "Shorten it.")
        }
        return sequence.prefix(most).map { Place(file: file, node: $0, notes: notes) }
    }

    /// A text of one to `most` characters.
    func text(atMost most: Int) -> String? {
        guard case .scalar(let scalar) = node else {
            note(
                .wrongShape, "Here should be a text.", "Write plain words, in quotes where they hold : or #.")
            return nil
        }
        let text = scalar.string
        guard text.contains(where: { !$0.isWhitespace }) else {
            note(.emptyText, "The text is empty.", "Write it, or take the key out.")
            return nil
        }
        guard text.utf8.count <= most * 4, text.count <= most else {
            note(.tooLong, "The text is longer than \(most) characters.", "Shorten it.")
            return nil
        }
        guard
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" })
        else {
            note(.wrongShape, "The text holds control characters.", "Take them out.")
            return nil
        }
        return text
    }
}
