/// The words with which the organ acts in one language that writes blanks.
struct VerbLexicon: Sendable {
    let language: TextLanguage
    /// Folded forms of the third person.
    let verbs: Set<String>
    /// Forms that mostly are other words: read as the organ's only where a paragraph begins.
    let onlyFirst: Set<String>
    /// Verbs that need words after them: `takes` → `note`; the longest that fits belongs to the form.
    let tails: [String: [[String]]]
    /// Words that may stand between verb and conjunction.
    let adverbs: Set<String>
    /// Adverbs that belong to the form when they follow the verb.
    let adverbsAfter: Set<String>
    /// Words that open a verb's form: `se`, `s'`.
    let particles: Set<String>
    let conjunctions: Set<String>
    /// After these, what looks like the verb is a noun: `requests for`.
    let nounBefore: [String: Set<String>]
    /// Ends of an addressee: `to`, `that`.
    let addresseeEnds: Set<String>
    /// Verbs that ask somebody to act.
    let asking: Set<String>
    let preambleOpeners: Set<String>
    let preambleEndings: [String]

    static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }

    static func tails(_ text: String) -> [String: [[String]]] {
        var result: [String: [[String]]] = [:]
        for line in text.split(separator: "|") {
            let parts = line.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
            guard let verb = parts.first else { continue }
            result[verb, default: []].append(Array(parts.dropFirst()))
        }
        return result.mapValues { $0.sorted { $0.count > $1.count } }
    }

    static func of(_ language: TextLanguage) -> VerbLexicon? {
        switch language {
        case .english, .undetermined: english
        case .french: french
        case .spanish: spanish
        case .russian: russian
        case .arabic: arabic
        default: nil
        }
    }
}
