/// The organ's main clauses in one paragraph: verbs as printed, small letters, and whom they ask.
struct VerbReading {
    var verbs: [String] = []
    var addressees: [String] = []
    /// A verb stands where the sentence before it has no stop.
    var lacksStop = false

    mutating func add(verb: String) {
        if !verb.isEmpty, !verbs.contains(verb) { verbs.append(verb) }
    }

    mutating func add(addressee: String) {
        if !addressee.isEmpty, !addressees.contains(addressee) { addressees.append(addressee) }
    }
}

extension VerbLexicon {
    /// - Parameter isPart: a sub-paragraph, where verbs count only if one opens it.
    func read(_ passage: Passage, _ tokens: [Token], isPart: Bool) -> VerbReading {
        var reading = VerbReading()
        var index = 0
        if let form = form(tokens, 0, atStart: true, passage, isPart: isPart) {
            take(form, tokens, passage, &reading)
            index = form.upperBound
        } else if isPart {
            return reading
        }
        var hasSubordinate = false
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .mark, token.text == "," || token.text == ";" || token.text == "." {
                hasSubordinate = false
            }
            if let joint = joint(tokens, index), joint < tokens.count,
                let form = form(tokens, joint, atStart: false, passage, isPart: isPart)
            {
                let isBare = token.kind == .word && !(index > 0 && tokens[index - 1].text == ",")
                if !(isBare && hasSubordinate), !isNoun(form, tokens) {
                    take(form, tokens, passage, &reading)
                    index = form.upperBound
                    hasSubordinate = false
                    continue
                }
            }
            if token.kind == .word, token.text.hasSuffix("s"), verbs.contains(token.text) {
                hasSubordinate = true
            }
            index += 1
        }
        return reading
    }

    /// What may stand between conjunction and verb without commas of its own.
    private static let leads: [[String]] = [
        "in this regard", "in that regard", "in this context", "in that context", "in this connection",
        "in this respect",
        "to this end", "to that end", "for that purpose", "for this purpose", "in that connection",
        "in that respect",
        "a cet egard", "a ce sujet", "dans ce contexte", "a cette fin", "a ce propos", "dans cette optique",
        "en ce sens",
        "en este contexto", "a este respecto", "a ese respecto", "en este sentido", "con ese fin",
        "в этой связи", "с этой целью",
        "в этом контексте", "в этом отношении", "في هذا الصدد", "في هذا السياق",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The token behind a comma, a semicolon or a conjunction; nil where none begins here.
    private func joint(_ tokens: [Token], _ index: Int) -> Int? {
        let token = tokens[index]
        let isStop = token.kind == .mark && (token.text == "," || token.text == ";" || token.text == ".")
        guard isStop || (token.kind == .word && conjunctions.contains(token.text)) else { return nil }
        var next = index + 1
        while next < tokens.count {
            if conjunctions.contains(tokens[next].text) || tokens[next].text == "," {
                next += 1
            } else if let lead = Self.leads.first(where: { matches($0, tokens, next) }) {
                next += lead.count
            } else {
                break
            }
        }
        return next
    }

    /// Adverbs, particles, the verb and what belongs to it, as token indices.
    private func form(
        _ tokens: [Token], _ start: Int, atStart: Bool, _ passage: Passage, isPart: Bool
    ) -> Range<Int>? {
        var index = start
        while index < tokens.count, index - start < 6 {
            let word = tokens[index].text
            if isVerb(tokens, index, atStart: atStart && !isPart, passage) {
                let end = tail(tokens, index)
                return start..<end
            }
            let apostrophe = word == "'" && index > start && particles.contains(tokens[index - 1].text)
            let isEnglishAdverb = language == .english && word.hasSuffix("ly")
            guard apostrophe || particles.contains(word) || adverbs.contains(word) || isEnglishAdverb else {
                return nil
            }
            index += 1
        }
        return nil
    }

    private func isVerb(_ tokens: [Token], _ index: Int, atStart: Bool, _ passage: Passage) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        if verbs.contains(token.text) {
            return atStart || !onlyFirst.contains(token.text)
                || tails[token.text] != nil && fitsTail(tokens, index)
        }
        if language == .arabic, token.text.hasPrefix("و") {
            return verbs.contains(String(token.text.dropFirst()))
        }
        // What opens an English paragraph with a capital and ends in -s is its verb.
        let first = passage.original[token.range.lowerBound]
        return atStart && index == 0 && language == .english && token.text.hasSuffix("s")
            && !token.text.hasSuffix("ss") && token.text.count > 4 && (0x41...0x5A).contains(first)
    }

    private func fitsTail(_ tokens: [Token], _ index: Int) -> Bool {
        tails[tokens[index].text]?.contains { !$0.isEmpty && matches($0, tokens, index + 1) } ?? false
    }

    private func matches(_ words: [String], _ tokens: [Token], _ start: Int) -> Bool {
        start + words.count <= tokens.count
            && words.indices.allSatisfy { tokens[start + $0].text == words[$0] }
    }

    private func tail(_ tokens: [Token], _ verb: Int) -> Int {
        var end = verb + 1
        func takeTail(from index: Int) -> Int? {
            tails[tokens[verb].text]?.first { !$0.isEmpty && matches($0, tokens, index) }.map {
                index + $0.count
            }
        }
        if let longer = takeTail(from: end) { end = longer }
        var after = end
        while after < tokens.count, adverbsAfter.contains(tokens[after].text) { after += 1 }
        if after > end, let longer = takeTail(from: after) { return longer }
        if let phrase = adverbialPhrase(tokens, after) { return phrase }
        return after
    }

    /// `en outre`, `de nouveau`, `once again`, `por ailleurs`: adverbs of two or three words.
    private func adverbialPhrase(_ tokens: [Token], _ index: Int) -> Int? {
        let phrases = [
            ["en", "outre"], ["de", "nouveau"], ["a", "nouveau"], ["par", "ailleurs"],
            ["une", "fois", "de", "plus"],
            ["une", "nouvelle", "fois"], ["avec", "force"], ["once", "again"], ["once", "more"],
            ["in", "addition"],
            ["de", "nuevo"], ["una", "vez", "mas"], ["otra", "vez"], ["encore", "une", "fois"],
            ["une", "fois", "encore"],
        ]
        return phrases.first { matches($0, tokens, index) }.map { index + $0.count }
    }

    private func isNoun(_ form: Range<Int>, _ tokens: [Token]) -> Bool {
        guard form.upperBound < tokens.count else { return true }
        let verb = tokens[form.upperBound - 1].text
        let next = tokens[form.upperBound]
        if next.kind == .mark, next.text == "," || next.text == ";" || next.text == "." || next.text == ")" {
            // ", decides, in this regard, to" keeps its comma; a list of nouns ends soon.
            let after = form.upperBound + 1 < tokens.count ? tokens[form.upperBound + 1].text : ""
            if next.text == ",", Self.insertions.contains(after) { return false }
            return next.text != "," || nounBefore[verb] != nil
        }
        return nounBefore[verb]?.contains(next.text) ?? false
    }

    /// ", notes, with concern, that": what is put in between ends no list of nouns.
    private static let insertions: Set<String> = [
        "with", "in", "also", "further", "inter", "as", "once", "to", "avec", "en", "a",
    ]

    private func take(_ form: Range<Int>, _ tokens: [Token], _ passage: Passage, _ reading: inout VerbReading)
    {
        guard let first = form.first, let last = form.last else { return }
        let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
        var printed = passage.printed(range).lowercased()
        if language == .arabic, printed.hasPrefix("و"), !verbs.contains(tokens[first].text) {
            printed.removeFirst()
        }
        reading.add(verb: printed)
        guard
            form.contains(where: {
                asking.contains(tokens[$0].text) || asking.contains(String(tokens[$0].text.dropFirst()))
            })
        else { return }
        var end = form.upperBound
        while end < tokens.count, end - form.upperBound < 14 {
            let token = tokens[end]
            let isEnd = addresseeEnds.contains(token.text) || conjunctionBeforeVerb(tokens, end)
            if isEnd, end > form.upperBound + (leadsIn(token.text) ? 1 : 0) { break }
            end += 1
        }
        guard end > form.upperBound, end - form.upperBound < 14, tokens[form.upperBound].text != "que" else {
            return
        }
        while end > form.upperBound + 1, tokens[end - 1].kind == .mark { end -= 1 }
        let words = tokens[form.upperBound].range.lowerBound..<tokens[end - 1].range.upperBound
        reading.add(addressee: Self.withoutArticle(passage.printed(words)))
    }

    private func leadsIn(_ word: String) -> Bool { ["de", "que", "a", "en"].contains(word) }

    private func conjunctionBeforeVerb(_ tokens: [Token], _ index: Int) -> Bool {
        conjunctions.contains(tokens[index].text) && index + 1 < tokens.count
            && verbs.contains(tokens[index + 1].text)
    }

    private static func withoutArticle(_ text: String) -> String {
        for article in [
            "the ", "that ", "aux ", "au ", "à la ", "à l’", "à l'", "à ", "le ", "la ", "les ", "l’", "l'",
            "al ", "a los ", "a las ", "a la ", "a ",
        ]
        where text.lowercased().hasPrefix(article) {
            return withoutArticle(String(text.dropFirst(article.count)))
        }
        return text
    }
}
