import Mandate
import Record

/// Checks supplied fields against their descriptions, all of them at once.
struct Validation {
    let fields: [FieldDescription]
    let today: CalendarDate
    /// Whether a code is in a list of the pack in force.
    let hasCode: (PackList, String) -> Bool

    /// What is wrong, field by field; empty if nothing is.
    func faults(in values: [String: JSONValue]) -> [FieldFault] {
        let known = Set(fields.filter(\.isSupplied).map(\.name))
        var faults = values.keys.filter { !known.contains($0) }.sorted()
            .map { FieldFault($0, "field.unknown") }
        for field in fields where field.isSupplied {
            guard let value = values[field.name] else {
                if field.isRequired { faults.append(FieldFault(field.name, "field.required")) }
                continue
            }
            if let fault = fault(in: value, of: field) { faults.append(fault) }
        }
        return faults
    }

    private func fault(in value: JSONValue, of field: FieldDescription) -> FieldFault? {
        if case .localized(let maxLength) = field.kind { return wording(value, field.name, maxLength) }
        if case .references = field.kind { return references(value, field) }
        guard case .string(let text) = value else { return FieldFault(field.name, "field.not-text") }
        return characters(in: text, of: field) ?? content(text, of: field)
    }

    private func content(_ text: String, of field: FieldDescription) -> FieldFault? {
        switch field.kind {
        case .line(let maxLength): length(text, field.name, maxLength)
        case .text(let maxLength): length(text, field.name, maxLength)
        case .date(let rule): date(text, field.name, rule)
        case .choice(let codes):
            codes.contains(text)
                ? nil : FieldFault(field.name, "field.choice", ["choices": codes.joined(separator: ", ")])
        case .pack(let list):
            hasCode(list, text)
                ? nil : FieldFault(field.name, "field.pack-code", ["code": String(text.prefix(40))])
        case .email: isEmail(text) ? nil : FieldFault(field.name, "field.email")
        case .language: Self.languages.contains(text) ? nil : FieldFault(field.name, "field.language")
        case .symbol: Symbol(parsing: text) != nil ? nil : FieldFault(field.name, "field.symbol")
        case .timeLimit:
            TimeLimit(normalised: text, text: "") != nil ? nil : FieldFault(field.name, "field.time-limit")
        case .reference, .version: length(text, field.name, 128)
        case .new, .made, .localized, .references: nil
        }
    }

    /// The six official languages, and Chinese in both scripts.
    static let languages: Set<String> = ["en", "fr", "es", "ru", "ar", "zh-Hans", "zh-Hant"]

    /// Text is kept as typed, but control characters have no place in it, nor marks that show it in another order than
    /// it stands in.
    private func characters(in text: String, of field: FieldDescription) -> FieldFault? {
        let isText = if case .text = field.kind { true } else { false }
        for scalar in text.unicodeScalars {
            if isText, scalar == "\n" || scalar == "\r" || scalar == "\t" { continue }
            if scalar.value < 0x20 || scalar.value == 0x7F { return FieldFault(field.name, "field.control") }
            if scalar == "\u{202D}" || scalar == "\u{202E}" { return FieldFault(field.name, "field.turned") }
        }
        return nil
    }

    private func length(_ text: String, _ name: String, _ maxLength: Int) -> FieldFault? {
        if text.allSatisfy(\.isWhitespace) { return FieldFault(name, "field.required") }
        // Bytes first: counting characters of an endless text is itself an attack.
        if text.utf8.count <= maxLength { return nil }
        if text.utf8.count <= maxLength * 4, text.count <= maxLength { return nil }
        return FieldFault(name, "field.too-long", ["most": String(maxLength)])
    }

    private func wording(_ value: JSONValue, _ name: String, _ maxLength: Int) -> FieldFault? {
        guard case .object(let texts) = value else { return FieldFault(name, "field.not-wording") }
        if texts.isEmpty { return FieldFault(name, "field.required") }
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard Self.languages.contains(language) else { return FieldFault(name, "field.language") }
            guard case .string(let words) = text else { return FieldFault(name, "field.not-wording") }
            let description = FieldDescription(
                name: name, kind: .text(maxLength: maxLength), isRequired: true, isErasable: true)
            if let fault = characters(in: words, of: description) { return fault }
            if let fault = length(words, name, maxLength) { return fault }
        }
        return nil
    }

    private func references(_ value: JSONValue, _ field: FieldDescription) -> FieldFault? {
        guard case .array(let list) = value else { return FieldFault(field.name, "field.not-list") }
        let ids = list.compactMap(\.string)
        guard ids.count == list.count, Set(ids).count == ids.count else {
            return FieldFault(field.name, "field.not-list")
        }
        if field.isRequired, ids.isEmpty { return FieldFault(field.name, "field.required") }
        if ids.count > 100 { return FieldFault(field.name, "field.too-many", ["most": "100"]) }
        return ids.contains { $0.isEmpty || $0.utf8.count > 128 }
            ? FieldFault(field.name, "field.not-list") : nil
    }

    private func date(_ text: String, _ name: String, _ rule: DateRule) -> FieldFault? {
        guard let date = CalendarDate(text) else { return FieldFault(name, "field.date") }
        if rule == .notAfterToday, date > today {
            return FieldFault(name, "field.after-today", ["today": today.description])
        }
        return nil
    }

    /// Enough to catch a slip; whether the address works is known when somebody follows the invitation.
    private func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && text.utf8.count <= 254
            && !text.contains { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "," }
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
    }
}
