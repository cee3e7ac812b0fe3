extension StructureReader {
    mutating func readOperative() {
        while position < text.lines.count {
            let line = position
            let head = text.head(line, 160)
            if isSetAside(line, head) { position += 1; continue }
            if opensNumbered(line, head) || opensLettered(line, head) { continue }
            if ends(line, head) { readAround(from: line); return }
            if isHeading(line, head) {
                keepHeading(line)
            } else if !opensUnnumbered(line, head) {
                continueText(line)
            }
            position += 1
        }
    }

    // MARK: Numbers

    private mutating func opensNumbered(_ line: Int, _ head: [UInt32]) -> Bool {
        guard let mark = NumberMark(head), accepts(mark, line, head) else { return false }
        if mark.number <= lastNumber, lastNumber > 0 {
            note(line, .numberRepeated, "number \(mark.number) comes again, after \(lastNumber)")
        } else if mark.number > lastNumber + 1 {
            note(line, .numberMissing, "number \(mark.number) follows \(lastNumber)")
        }
        open(String(mark.number), line, parent: nil)
        lastNumber = mark.number
        ladder.clear()
        position += 1
        if mark.form == .alone {
            lastMark = 0x3A
            return true
        }
        let start = text.byteOffset(line, scalars: mark.length)
        let rest = Array(head.dropFirst(mark.length))
        if !openInlineLetter(line, rest, start) { append(line, start, apart: false) }
        return true
    }

    private func accepts(_ mark: NumberMark, _ line: Int, _ head: [UInt32]) -> Bool {
        let follows = openers.opensOperative(rest(line, head, mark))
        let isNext = mark.number == lastNumber + 1
        // Four figures are a year or a resolution, unless the count has come that far.
        if mark.number > 999, !isNext { return false }
        let afterStop = Layout.isTerminal(lastMark) || result.operative.isEmpty
        let apart = (text.lines[line].blankBefore && layout.blanksSeparate) || !layout.isWrapped
        if mark.form == .bare || mark.isRepaired { return isNext && follows && afterStop }
        if mark.form == .alone {
            // A number alone may be a page's: it needs its stop, or a verb after it.
            let printedStop = head.contains { $0 == 0x2E || $0 == 0x29 || $0 == 0x2D || $0 == 0x3001 }
            guard printedStop || follows else { return false }
        }
        if isNext { return afterStop || apart || follows }
        if mark.number > lastNumber {
            // An extract leaves paragraphs out: a verb, or the numbers that follow, must speak for it.
            guard afterStop, mark.number <= lastNumber + 400 else { return false }
            let goesOn = nextLine(numbered: mark.number + 1, after: line) != nil
            return (follows && (apart || mark.number <= lastNumber + 20))
                || (apart && mark.form == .stopped && (goesOn || mark.number <= lastNumber + 3))
        }
        guard follows, afterStop, apart else { return false }
        return mark.number == 1 || mark.number == lastNumber
            || nextLine(numbered: lastNumber + 1, after: line) != nil
    }

    mutating func open(_ number: String, _ line: Int, parent: Int?) {
        result.operative.append(Draft(number: number, line: text.number(line), parent: parent))
        currentNode = result.operative.count - 1
    }

    mutating func append(_ line: Int, _ start: Int, apart: Bool) {
        guard let currentNode, start < Int(text.lines[line].end) else { return }
        result.operative[currentNode].pieces.append(piece(line, start, apart: apart))
        lastMark = text.lastMark(line)
    }

    // MARK: Letters

    private func letterMark(_ line: Int) -> LetterMark? {
        let head = text.head(line, 12)
        guard let first = head.first, Self.mayBeginMark(first, head) else { return nil }
        return LetterMark(head, capitals: capitals(line))
    }

    private static func mayBeginMark(_ first: UInt32, _ head: [UInt32]) -> Bool {
        first == 0x28 || (0x3220...0x3229).contains(first) || head.prefix(6).contains(0x29)
    }

    private func capitals(_ line: Int) -> [Bool] {
        let start = Int(text.lines[line].start)
        return (0..<3).map { offset in
            let index = start + offset
            return index < Int(text.lines[line].end) && (0x41...0x5A).contains(text.bytes[index])
        }
    }

    private mutating func opensLettered(_ line: Int, _ head: [UInt32]) -> Bool {
        guard currentNode != nil, let mark = letterMark(line), accepts(mark, line) else { return false }
        let start = text.byteOffset(line, scalars: mark.length)
        guard openLetter(mark, line, start) else { return false }
        position += 1
        return true
    }

    private func accepts(_ mark: LetterMark, _ line: Int) -> Bool {
        if Layout.isTerminal(lastMark) { return true }
        let apart = text.lines[line].blankBefore && layout.blanksSeparate
        if apart || !layout.isWrapped { return true }
        return endsInConjunction(line - 1)
    }

    /// "; and" before a list's last item.
    private func endsInConjunction(_ line: Int) -> Bool {
        guard line >= 0 else { return false }
        let end = Int(text.lines[line].end)
        let tail = String(
            decoding: text.bytes[max(Int(text.lines[line].start), end - 8)..<end], as: UTF8.self)
        return [" and", " or", " et", " ou", " y", " o", " и", " или", "和", "及", "或", " و"].contains(
            where: tail.hasSuffix)
    }

    private mutating func openLetter(_ mark: LetterMark, _ line: Int, _ start: Int) -> Bool {
        guard
            case .to(let depth, let reading, let oddity) = ladder.step(
                mark, following: nextLetter(after: line))
        else { return false }
        let top = topNode()
        guard let top else { return false }
        let number = ladder.name(under: result.operative[top].number, depth: depth, reading.name)
        switch oddity {
        case .repaired:
            note(line, .letterRepaired, "printed \"\(mark.printed))\", read as \(number)")
        case .gap: note(line, .letterOdd, "\(number) does not follow from the letter before")
        case .repeated: note(line, .letterOdd, "\(number) comes again")
        case nil: break
        }
        let parent = depth == 0 ? top : ladder.node(at: depth - 1)
        open(number, line, parent: parent)
        ladder.open(depth: depth, reading, node: result.operative.count - 1)
        append(line, start, apart: false)
        if start >= Int(text.lines[line].end) { lastMark = 0x3A }
        return true
    }

    /// `(a)` right behind the paragraph's number.
    private mutating func openInlineLetter(_ line: Int, _ rest: [UInt32], _ start: Int) -> Bool {
        guard let first = rest.first, first == 0x28 || rest.prefix(3).contains(0x29),
            let mark = LetterMark(rest, capitals: [false, false, false]),
            mark.readings.contains(where: { $0.value == 1 })
        else { return false }
        var index = start
        let end = Int(text.lines[line].end)
        for _ in 0..<mark.length where index < end { _ = UTF8Walk.next(text.bytes, &index, end) }
        return openLetter(mark, line, index)
    }

    private func nextLetter(after line: Int) -> LetterMark? {
        var next = line + 1
        while next < text.lines.count, next < line + 120 {
            if let mark = letterMark(next), !mark.readings.isEmpty { return mark }
            if let number = NumberMark(text.head(next, 12)), number.number == lastNumber + 1 { return nil }
            next += 1
        }
        return nil
    }

    private func topNode() -> Int? {
        var node = currentNode
        while let inner = node, let outer = result.operative[inner].parent { node = outer }
        return node
    }

    // MARK: Text without mark

    private mutating func continueText(_ line: Int) {
        let isApart =
            (text.lines[line].blankBefore && layout.blanksSeparate || !layout.isWrapped)
            && Layout.isTerminal(lastMark)
        // What stands apart after a list goes on with the paragraph that holds the list.
        if isApart, !ladder.isEmpty, !isBullet(line), let top = topNode() { currentNode = top }
        append(line, Int(text.lines[line].start), apart: isApart)
    }

    private func isBullet(_ line: Int) -> Bool {
        let head = text.head(line, 2)
        return head.first.map { [0x2D, 0x2A, 0x2022, 0xB7, 0x25CF, 0x25AA].contains($0) } ?? false
    }

    /// A main clause of the organ where a number should stand, or the one paragraph without any.
    private mutating func opensUnnumbered(_ line: Int, _ head: [UInt32]) -> Bool {
        let apart = (text.lines[line].blankBefore && layout.blanksSeparate) || !layout.isWrapped
        if result.operative.isEmpty {
            note(line, .numberAdded, "the paragraph has no number; read as 1")
        } else {
            let ended = lastMark == 0x3B || Layout.isFullStop(lastMark)
            guard apart, ended, ladder.isEmpty || openers.opensDecision(head), openers.opensOperative(head)
            else { return false }
            let isGap = nextLine(numbered: lastNumber + 1, after: line) == nil
            guard isGap else { return false }
            note(line, .numberAdded, "the paragraph has no number; read as \(lastNumber + 1)")
        }
        lastNumber += 1
        open(String(lastNumber), line, parent: nil)
        ladder.clear()
        append(line, Int(text.lines[line].start), apart: false)
        return true
    }
}
