/// The keys and values of one mapping in a pack file.
struct Fields {
    let place: Place
    let values: [String: Place]

    subscript(key: String) -> Place? { values[key] }

    /// A value that has to be there.
    func required(_ key: String) -> Place? {
        if let found = values[key] { return found }
        place.note(.missingKey, "The key \(key.quoted) is missing.", "Add `\(key): …`.")
        return nil
    }

    func text(_ key: String, atMost most: Int = 300) -> String? { required(key)?.text(atMost: most) }

    func optionalText(_ key: String, atMost most: Int = 300) -> String? { values[key]?.text(atMost: most) }

    func items(_ key: String) -> [Place] { required(key)?.items() ?? [] }

    func texts(_ key: String) -> [String] {
        values[key].map { $0.items().compactMap { $0.text(atMost: 120) } } ?? []
    }

    /// A code: letters, digits, full stops and hyphens, beginning with a letter.
    func code(_ key: String = "code") -> String? {
        guard let place = required(key), let text = place.text(atMost: 60) else { return nil }
        let allowed = text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        guard allowed, text.first?.isLetter == true else {
            place.note(
                .badCode, "\(text.quoted) is no code.",
                "Use letters, digits, hyphens and full stops, a letter first.")
            return nil
        }
        return text
    }

    func flag(_ key: String) -> Bool {
        guard let place = values[key] else { return false }
        switch place.text(atMost: 10) {
        case "true": return true
        case "false": return false
        default:
            place.note(.badChoice, "\(key.quoted) is neither true nor false.", "Write `true` or `false`.")
            return false
        }
    }

    func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let place = required(key), let text = place.text(atMost: 20) else { return nil }
        guard let value = Double(text), range.contains(value) else {
            place.note(
                .badNumber,
                "\(text.quoted) is no number between \(range.lowerBound) and \(range.upperBound).",
                "Write such a number.")
            return nil
        }
        return value
    }

    func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let place = required(key), let text = place.text(atMost: 20) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            place.note(
                .badNumber,
                "\(text.quoted) is no whole number from \(range.lowerBound) to \(range.upperBound).",
                "Write such a number.")
            return nil
        }
        return value
    }

    func optionalWhole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        values[key] == nil ? nil : whole(key, in: range)
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let place = required(key), let text = place.text(atMost: 60) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        place.note(.badChoice, "\(text.quoted) is not known here.", "Use one of: \(known).")
        return nil
    }

    func date(_ key: String) -> String? { required(key)?.date() }

    func optionalDate(_ key: String) -> String? { values[key]?.date() }

    func paragraph(_ key: String) -> String? { required(key)?.paragraph() }

    func optionalParagraph(_ key: String) -> String? { values[key]?.paragraph() }
}
