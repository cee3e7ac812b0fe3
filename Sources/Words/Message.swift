/// One message: a text with placeholders, or several by the number that one of them has.
struct Message: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case placeholder(String)
    }

    /// By plural category; a message without forms has `.other` alone.
    let forms: [PluralCategory: [Part]]
    /// The placeholder that chooses the form, if there are several.
    let counted: String?

    /// Every name in braces, in any form.
    var placeholders: Set<String> {
        var names = Set(counted.map { [$0] } ?? [])
        for case .placeholder(let name) in forms.values.joined() { names.insert(name) }
        return names
    }

    func text(
        _ arguments: [String: any WordArgument], rule: PluralRule, number: (Int) -> String
    ) -> String {
        var result = ""
        for part in parts(for: arguments, rule) {
            switch part {
            case .text(let text): result += text
            case .placeholder(let name):
                switch arguments[name]?.wordValue {
                case .text(let text):
                    result += name == counted ? Int(text).map(number) ?? text : text
                case .number(let value): result += name == counted ? number(value) : String(value)
                // A missing argument is shown by its name: a gap is seen, nothing stops.
                case nil: result += "{\(name)}"
                }
            }
        }
        return result
    }

    private func parts(for arguments: [String: any WordArgument], _ rule: PluralRule) -> [Part] {
        let other = forms[.other] ?? []
        guard let counted, let count = count(arguments[counted]?.wordValue) else { return other }
        return forms[rule.category(count)] ?? other
    }

    /// A count may come as text: the values of a refusal do.
    private func count(_ value: WordValue?) -> Int? {
        switch value {
        case .number(let number): number
        case .text(let text): Int(text)
        case nil: nil
        }
    }
}
