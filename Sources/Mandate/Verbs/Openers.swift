/// Tells by its first words whether a line opens a paragraph of the preamble or a main clause.
struct Openers {
    private let language: TextLanguage
    private let lexicon: VerbLexicon?

    init(_ language: TextLanguage) {
        self.language = language
        lexicon = VerbLexicon.of(language)
    }

    /// "Recalling", "Profondément préoccupé", 回顾, "ссылаясь", "وإذ".
    func opensPreambular(_ head: [UInt32]) -> Bool {
        guard let lexicon else {
            return ChineseVerbs.opens(head, weak: true) || ChineseVerbs.opensPreamble(head)
        }
        let words = Self.words(head, 3)
        guard let first = words.first else { return false }
        if lexicon.preambleOpeners.contains(first) { return true }
        if lexicon.preambleEndings.contains(where: { first.count > 4 && first.hasSuffix($0) }) { return true }
        if language == .arabic { return first.hasPrefix("واذ") || first.hasPrefix("اذ") }
        return language == .english && first.hasSuffix("ly") && words.count > 1 && words[1].hasSuffix("ing")
    }

    /// "Decides", "Also requests", "Prie instamment", 决定.
    func opensOperative(_ head: [UInt32]) -> Bool {
        guard let lexicon else { return ChineseVerbs.opens(head, weak: true) }
        for word in Self.words(head, 5) {
            if lexicon.verbs.contains(word) { return true }
            if language == .arabic, word.hasPrefix("و"), lexicon.verbs.contains(String(word.dropFirst())) {
                return true
            }
            let isAdverb = lexicon.adverbs.contains(word) || (language == .english && word.hasSuffix("ly"))
            guard isAdverb || lexicon.particles.contains(word) else { return false }
        }
        return false
    }

    /// As `opensOperative`, by verbs that seldom open a paragraph of the preamble.
    func opensDecision(_ head: [UInt32]) -> Bool {
        guard lexicon != nil else { return ChineseVerbs.opensDecision(head) }
        return opensOperative(head)
    }

    private static func words(_ head: [UInt32], _ limit: Int) -> [String] {
        var result: [String] = []
        var view = String.UnicodeScalarView()
        for scalar in head {
            if Folding.isLetter(scalar), let scalar = Unicode.Scalar(scalar) {
                view.append(scalar)
            } else if scalar != Folding.nothing {
                if !view.isEmpty { result.append(String(view)) }
                view = String.UnicodeScalarView()
                if result.count >= limit { return result }
                // A number or a stop ends what may be an opening.
                if scalar != 0x20, scalar != 0x27, scalar != 0x2C, scalar != 0x22, scalar != 0x2D {
                    return result
                }
            }
        }
        if !view.isEmpty { result.append(String(view)) }
        return result
    }
}
