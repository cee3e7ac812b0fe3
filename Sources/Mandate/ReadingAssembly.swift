/// Reads the words of each paragraph that the structure found, and puts the reading together.
struct ReadingAssembly {
    private let text: CleanText
    private let language: TextLanguage
    private let structure: Structure
    private let lexicon: VerbLexicon?
    private var joiner: TextAssembly
    private var warnings: [ReadingWarning]
    private var counts: [ReadingWarning.Code: Int] = [:]
    /// Years of resolutions as this text prints them, for those printed without.
    private var years: [Int: Int] = [:]

    init(_ text: CleanText, _ language: TextLanguage, _ structure: Structure) {
        (self.text, self.language, self.structure) = (text, language, structure)
        lexicon = VerbLexicon.of(language)
        joiner = TextAssembly(text, language)
        warnings = text.warnings + structure.warnings
    }

    private struct Part {
        let text: String
        let found: [CitationScanner.Found]
        let citationTexts: [String]
        let verbs: VerbReading
        let limits: [TimeLimit]
    }

    func reading() -> ResolutionReading {
        var copy = self
        return copy.assemble()
    }

    private mutating func assemble() -> ResolutionReading {
        let masthead = Masthead(text, head: structure.head, closing: structure.closing, language)
        if let own = masthead.symbol?.resolution, let year = own.year { years[own.number] = year }
        let preamble = structure.preamble.map { part($0, isOperative: false) }
        let operative = structure.operative.map { part($0, isOperative: true) }
        for found in preamble.flatMap(\.found) + operative.flatMap(\.found) {
            if let (number, year) = found.symbol.resolution, let year, years[number] == nil {
                years[number] = year
            }
        }
        flagOddCitations(preamble, operative)
        if preamble.isEmpty, operative.isEmpty {
            warn(1, .noResolution, "no paragraph of a resolution was found")
        }
        var children: [Int: [Int]] = [:]
        for (index, draft) in structure.operative.enumerated() {
            if let parent = draft.parent { children[parent, default: []].append(index) }
        }
        let paragraphs = structure.operative.indices.filter { structure.operative[$0].parent == nil }
            .map { paragraph($0, operative, children) }
        return ResolutionReading(
            symbol: masthead.symbol, title: masthead.title, adopted: masthead.adopted, language: language,
            preamble: zip(structure.preamble, preamble).enumerated().map { index, pair in
                PreambularParagraph(
                    number: index + 1, text: pair.1.text, citations: citations(pair.1, pair.0.line),
                    line: pair.0.line)
            },
            operative: paragraphs,
            headings: structure.headings.map { .init(text: $0.text, line: $0.line, before: $0.before ?? "") },
            annexes: structure.annexes.map {
                .init(title: $0.number, text: joiner.join($0.pieces), line: $0.line)
            },
            warnings: warnings.sorted { $0.line < $1.line })
    }

    private mutating func flagOddCitations(_ preamble: [Part], _ operative: [Part]) {
        let odd = NearCitation.find(
            preamble: preamble.flatMap { $0.found.map(\.symbol) },
            operative: operative.map { $0.found.map(\.symbol) })
        for (draft, found) in zip(structure.operative, odd) {
            for one in found {
                warn(
                    draft.line, .citationOdd,
                    "\(one.symbol.text) is cited here alone; the preamble cites \(one.near.text), one digit off: kept as printed"
                )
            }
        }
    }

    private mutating func warn(_ line: Int, _ code: ReadingWarning.Code, _ message: String) {
        counts[code, default: 0] += 1
        guard counts[code, default: 0] <= ReadingWarning.mostOfAKind else { return }
        warnings.append(ReadingWarning(line: line, code: code, message: message))
    }

    private mutating func part(_ draft: Draft, isOperative: Bool) -> Part {
        let text = joiner.join(draft.pieces)
        guard text.utf8.count <= ResolutionReader.longestParagraph else {
            warn(draft.line, .tooLong, "a paragraph of \(text.utf8.count) bytes was kept, but not read")
            return Part(text: text, found: [], citationTexts: [], verbs: VerbReading(), limits: [])
        }
        let passage = Passage(text, language)
        var scanner = CitationScanner(passage)
        let found = scanner.scan()
        let texts = found.map { passage.printed($0.range) }
        guard isOperative else {
            return Part(text: text, found: found, citationTexts: texts, verbs: VerbReading(), limits: [])
        }
        let isPart = draft.parent != nil
        let tokens = language.isChinese ? [] : passage.tokens()
        let verbs =
            lexicon?.read(passage, tokens, isPart: isPart) ?? ChineseVerbs.read(passage, isPart: isPart)
        let limits = language.isChinese ? ChineseLimits.read(passage) : LatinLimits.read(passage, tokens)
        return Part(text: text, found: found, citationTexts: texts, verbs: verbs, limits: limits)
    }

    private mutating func citations(_ part: Part, _ line: Int) -> [Citation] {
        var result: [Citation] = []
        for (found, printed) in zip(part.found, part.citationTexts) {
            var symbol = found.symbol
            if let number = found.yearless {
                if let year = years[number] {
                    symbol = Symbol(resolution: number, year: year)
                } else {
                    warn(
                        line, .yearMissing,
                        "resolution \(number) is cited without its year, here and elsewhere")
                }
            }
            if !result.contains(where: { $0.symbol == symbol }) {
                result.append(Citation(symbol: symbol, printed: printed))
            }
        }
        return result
    }

    private mutating func paragraph(_ index: Int, _ parts: [Part], _ children: [Int: [Int]])
        -> OperativeParagraph
    {
        let (draft, part) = (structure.operative[index], parts[index])
        let below = (children[index] ?? []).map { paragraph($0, parts, children) }
        if draft.parent == nil, part.verbs.verbs.isEmpty || startsWithoutVerb(part),
            below.allSatisfy({ $0.verbs.isEmpty })
        {
            warn(draft.line, .verbMissing, "paragraph \(draft.number) has no operative verb at its head")
        }
        if part.verbs.lacksStop {
            warn(draft.line, .stopMissing, "paragraph \(draft.number) runs two sentences together")
        }
        return OperativeParagraph(
            number: draft.number, text: part.text, verbs: part.verbs.verbs,
            addressees: part.verbs.addressees, citations: citations(part, draft.line),
            timeLimits: part.limits, subparagraphs: below, line: draft.line)
    }

    private func startsWithoutVerb(_ part: Part) -> Bool {
        let head = Array(part.text.unicodeScalars.prefix(64).map { Folding.fold($0.value) })
        let openers = Openers(language)
        // "Acting under Chapter VII, decides": the verb stands behind its ground.
        return !openers.opensOperative(head) && !openers.opensPreambular(head) && !part.text.isEmpty
    }
}
