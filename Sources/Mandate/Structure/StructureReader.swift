/// Finds preamble, paragraphs and sub-paragraphs of a resolution among the lines of a text.
///
/// A line opens a paragraph where its number follows from the last one, or where number, verb and
/// the stop before it all speak for it; whatever else is there goes on with what was open, or is set
/// aside as heading, annex, page head, note or foot.
struct StructureReader {
    var text: CleanText
    let language: TextLanguage
    let openers: Openers
    var layout: Layout
    var result = Structure()

    var position = 0
    var lastNumber = 0
    var ladder = LetterLadder()
    var currentNode: Int?
    var lastMark: UInt32 = 0
    /// Lines that carry a number with a stop, by number: what may still come.
    var numberedLines: [Int: [Int]] = [:]
    var noted: Set<ReadingWarning.Code> = []
    var counts: [ReadingWarning.Code: Int] = [:]
    /// As the head prints it, folded, without blanks.
    var ownSymbol: String?

    init(_ text: CleanText, _ language: TextLanguage) {
        self.text = text
        self.language = language
        openers = Openers(language)
        layout = Layout(text, from: 0)
    }

    /// - Returns: the structure, and the text as its pieces point into it.
    mutating func read() -> Structure {
        text.takeOffQuotes()
        findOrgan()
        ownSymbol = printedSymbol()
        layout = Layout(text, from: position)
        indexNumbers()
        readPreamble()
        readOperative()
        return result
    }

    private func printedSymbol() -> String? {
        for line in result.head.suffix(60) {
            let folded = LineKinds.string(text.head(line, 40)).filter { $0 != " " }
            if folded.contains("/res/"), LineKinds.isBareSymbol(folded) { return folded }
        }
        return nil
    }

    mutating func note(_ line: Int, _ code: ReadingWarning.Code, _ message: String) {
        counts[code, default: 0] += 1
        // What a broken text says a thousand times is said often enough.
        guard counts[code, default: 0] <= ReadingWarning.mostOfAKind else { return }
        result.warnings.append(
            ReadingWarning(line: text.number(line), code: code, message: message))
    }

    /// For what may come on every page: said once.
    mutating func noteOnce(_ line: Int, _ code: ReadingWarning.Code, _ message: String) {
        if noted.insert(code).inserted { note(line, code, message) }
    }

    // MARK: Head

    private mutating func findOrgan() {
        var bare: Int?
        var found: (line: Int, rest: Int)?
        for line in text.lines.indices {
            let head = text.head(line, 48)
            switch OrganPhrase.match(head) {
            case .opening(let rest): found = (line, rest)
            case .bare where bare == nil || !isAnyNumber(from: bare ?? 0, to: line): bare = line
            default: break
            }
            if found != nil { break }
        }
        if let (line, rest) = found, bare == nil || isMasthead(bare ?? 0, before: line) {
            result.organ = line
            result.head = Array(0..<line)
            position = line + 1
            if rest < text.head(line, 4096).count { openInline(line, rest) }
        } else if let bare {
            result.organ = bare
            result.head = Array(0..<bare)
            position = bare + 1
        } else {
            beginWithoutOrgan()
        }
        if let organ = result.organ, organ > 0 {
            noteOnce(0, .head, "\(organ) lines before the resolution were set aside")
        }
    }

    /// The organ's name without comma is a masthead if the phrase itself follows.
    private func isMasthead(_ bare: Int, before line: Int) -> Bool {
        !isAnyNumber(from: bare, to: line) || line - bare < 40
    }

    private func isAnyNumber(from first: Int, to last: Int) -> Bool {
        for line in first..<max(first, last) {
            if let mark = NumberMark(text.head(line, 24)), mark.form == .stopped, mark.number == 1 {
                return true
            }
        }
        return false
    }

    private mutating func openInline(_ line: Int, _ rest: Int) {
        let start = text.byteOffset(line, scalars: rest)
        openPreambular(line, start)
    }

    /// No organ is named: the text may still begin with its first paragraph.
    private mutating func beginWithoutOrgan() {
        for line in text.lines.indices {
            let head = text.head(line)
            if let mark = NumberMark(head), mark.number == 1,
                openers.opensOperative(Array(head.dropFirst(mark.length)))
            {
                result.head = Array(0..<line)
                position = line
                return
            }
            if openers.opensPreambular(head), text.length(line) > 40 {
                result.head = Array(0..<line)
                position = line
                return
            }
        }
        result.head = Array(text.lines.indices)
        position = text.lines.count
    }

    /// Where numbers stand, so that one look tells whether a paragraph is still to come.
    private mutating func indexNumbers() {
        for line in position..<max(position, text.lines.count) {
            guard let mark = NumberMark(text.head(line, 12)), mark.form != .bare else { continue }
            numberedLines[mark.number, default: []].append(line)
        }
    }

    /// The first line after this one that carries the number.
    func nextLine(numbered number: Int, after line: Int) -> Int? {
        guard let lines = numberedLines[number] else { return nil }
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] > line { high = middle } else { low = middle + 1 }
        }
        return low < lines.count ? lines[low] : nil
    }

    // MARK: Preamble

    private mutating func openPreambular(_ line: Int, _ start: Int) {
        let number = String(result.preamble.count + 1)
        var draft = Draft(number: number, line: text.number(line), parent: nil)
        draft.pieces.append(piece(line, start, apart: false))
        result.preamble.append(draft)
        lastMark = text.lastMark(line)
    }

    func piece(_ line: Int, _ start: Int, apart: Bool) -> Draft.Piece {
        Draft.Piece(line: line, start: start, end: Int(text.lines[line].end), isApart: apart)
    }

    private mutating func readPreamble() {
        while position < text.lines.count {
            let line = position
            let head = text.head(line)
            if isSetAside(line, head) { position += 1; continue }
            if beginsOperative(line, head) { return }
            if LineKinds.isClosing(head) { return }
            if text.length(line) < 120, !openers.opensPreambular(head), isHeading(line, head) {
                keepHeading(line)
                position += 1
                continue
            }
            if startsPreambular(line, head) {
                openPreambular(line, Int(text.lines[line].start))
            } else {
                let last = result.preamble.count - 1
                result.preamble[last].pieces.append(piece(line, Int(text.lines[line].start), apart: false))
                lastMark = text.lastMark(line)
            }
            position += 1
        }
    }

    private func startsPreambular(_ line: Int, _ head: [UInt32]) -> Bool {
        guard !result.preamble.isEmpty else { return true }
        let opens = openers.opensPreambular(head)
        let terminal = Layout.isTerminal(lastMark) && lastMark != 0x2D
        let isBlank = text.lines[line].blankBefore && layout.blanksSeparate
        if isBlank {
            return terminal ? lastMark != 0x3A || opens : opens
        }
        if !layout.isWrapped { return terminal || opens }
        return terminal && opens && mayOpenInside(line)
    }

    /// Whether a wrapped line with no blank line before it may open a paragraph: only with a capital,
    /// and in scripts without capitals only where blank lines tell nothing.
    private func mayOpenInside(_ line: Int) -> Bool {
        switch language {
        case .english, .french, .spanish, .undetermined:
            var index = Int(text.lines[line].start)
            let scalar = UTF8Walk.next(text.bytes, &index, Int(text.lines[line].end)).scalar
            return Folding.fold(scalar) != scalar
        default: return !layout.blanksSeparate
        }
    }

    /// The first operative paragraph: number 1, or a main clause of the organ without a number.
    private func beginsOperative(_ line: Int, _ head: [UInt32]) -> Bool {
        let prior =
            result.preamble.isEmpty || Layout.isTerminal(lastMark) || text.lines[line].blankBefore
            || !layout.isWrapped
        if let mark = NumberMark(head) {
            let follows = openers.opensOperative(rest(line, head, mark))
            switch mark.form {
            case .stopped, .dashed:
                if prior, mark.number == 1 || (follows && mark.number < 100) { return true }
            case .alone: if prior, follows, mark.number == 1 { return true }
            case .bare: if prior, follows, mark.number == 1 { return true }
            }
        }
        guard !result.preamble.isEmpty || result.organ != nil else { return false }
        let isBlank = text.lines[line].blankBefore || !layout.isWrapped
        guard isBlank, prior else { return false }
        if language.isChinese || language == .russian || language == .arabic {
            // Preamble and main clauses look alike here: a last paragraph that closes the sentence.
            return openers.opensDecision(head) && nextLine(numbered: 1, after: line - 1) == nil
                && endsSentence(line)
        }
        return openers.opensOperative(head) && nextLine(numbered: 1, after: line - 1) == nil
    }

    private func endsSentence(_ line: Int) -> Bool {
        var current = line
        while current < text.lines.count, current < line + 40 {
            let mark = text.lastMark(current)
            if Layout.isFullStop(mark) || mark == 0x3B || mark == 0x3A { return true }
            let ends =
                !layout.isWrapped || (current + 1 < text.lines.count && text.lines[current + 1].blankBefore)
            if ends, mark == 0x2C { return false }
            if ends, !layout.isWrapped { return false }
            current += 1
        }
        return false
    }

    /// The scalars after a number: of the same line, or of the next where the number stands alone.
    func rest(_ line: Int, _ head: [UInt32], _ mark: NumberMark) -> [UInt32] {
        if mark.form == .alone {
            var next = line + 1
            while next < text.lines.count, next < line + 3, LineKinds.isPageFurniture(text.head(next)) {
                next += 1
            }
            return next < text.lines.count ? text.head(next) : []
        }
        return Array(head.dropFirst(mark.length))
    }
}
