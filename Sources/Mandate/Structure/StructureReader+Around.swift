extension StructureReader {
    /// Page heads and notes, anywhere.
    mutating func isSetAside(_ line: Int, _ head: [UInt32]) -> Bool {
        if LineKinds.isPageFurniture(head), NumberMark(head) == nil || !isAwaited(head, line) {
            noteOnce(line, .pageHead, "page heads were set aside")
            return true
        }
        if isPageNumber(line, head) || isRunningTitle(line) {
            noteOnce(line, .pageHead, "page heads were set aside")
            return true
        }
        if LineKinds.isRule(head) {
            skipNotes(after: line)
            return true
        }
        if isNote(line, head) {
            noteOnce(line, .footnote, "footnotes were set aside")
            return true
        }
        return false
    }

    /// A number alone on a line, without its stop, and no verb to follow.
    private func isPageNumber(_ line: Int, _ head: [UInt32]) -> Bool {
        guard head.count <= 4, head.allSatisfy(Folding.isDigit), let mark = NumberMark(head) else {
            return head.count <= 4 && head.allSatisfy(Folding.isDigit)
        }
        return !(mark.number == lastNumber + 1 && openers.opensOperative(rest(line, head, mark)))
    }

    /// A page's head that prints title and symbol on one line.
    private func isRunningTitle(_ line: Int) -> Bool {
        guard let ownSymbol, text.lines[line].blankBefore || !layout.isWrapped, text.length(line) < 200 else {
            return false
        }
        let folded = LineKinds.string(text.head(line, 200)).filter { $0 != " " }
        return folded.utf8.count > ownSymbol.utf8.count && folded.hasSuffix(ownSymbol)
    }

    private func isAwaited(_ head: [UInt32], _ line: Int) -> Bool {
        guard let mark = NumberMark(head) else { return false }
        return mark.number == lastNumber + 1
            && (mark.form != .alone || openers.opensOperative(rest(line, head, mark)))
    }

    /// `1 S/2004/70.`, `² See resolution …`: a number without stop, and no verb after it.
    private func isNote(_ line: Int, _ head: [UInt32]) -> Bool {
        guard text.lines[line].blankBefore || !layout.isWrapped, text.length(line) > 3 else { return false }
        if head[0] == Folding.nothing { return isRaised(line) }
        if head[0] == 0x2A, head.count > 2, head[1] == 0x20 { return true }
        guard let mark = NumberMark(head), mark.form == .bare, text.length(line) < 300 else { return false }
        let rest = Array(head.dropFirst(mark.length))
        let note = LineKinds.string(Array(rest.prefix(12)))
        return [
            "see ", "voir ", "s/", "a/", "e/", "ibid", "见", "同上", "vease", "см.", "document",
            "united nations", "nations unies", "official", "documents off",
        ]
        .contains(where: note.hasPrefix)
    }

    private func isRaised(_ line: Int) -> Bool {
        var index = Int(text.lines[line].start)
        let scalar = UTF8Walk.next(text.bytes, &index, Int(text.lines[line].end)).scalar
        return [0xB9, 0xB2, 0xB3].contains(scalar) || (0x2070...0x2079).contains(scalar)
    }

    /// Under a rule stand notes, until a blank line, a page head or the next paragraph.
    private mutating func skipNotes(after rule: Int) {
        var line = rule + 1
        while line < text.lines.count, line < rule + 12 {
            let head = text.head(line, 80)
            if let mark = NumberMark(head), mark.form != .bare, mark.number == lastNumber + 1 { break }
            if LineKinds.isClosing(head) || OrganPhrase.match(head) != nil { break }
            let looksLikeNote =
                NumberMark(head)?.form == .bare || head.first == 0x2A || head.first == Folding.nothing
            if text.lines[line].blankBefore, line > rule + 1, !looksLikeNote { break }
            if line == rule + 1, !looksLikeNote { break }
            noteOnce(line, .footnote, "footnotes were set aside")
            line += 1
        }
        position = line - 1
    }

    // MARK: The end

    /// Whether the resolution is over before this line.
    mutating func ends(_ line: Int, _ head: [UInt32]) -> Bool {
        guard !result.operative.isEmpty else { return LineKinds.isClosing(head) }
        if LineKinds.isClosing(head) { return true }
        let ended = Layout.isFullStop(lastMark)
        let apart = (text.lines[line].blankBefore && layout.blanksSeparate) || !layout.isWrapped
        if LineKinds.isAnnexTitle(head), ended || apart { return true }
        if case .opening = OrganPhrase.match(head), ended { return true }
        if LineKinds.isForeign(head), apart { return true }
        guard ended, apart, nextLine(numbered: lastNumber + 1, after: line) == nil else { return false }
        if openers.opensOperative(head) { return false }
        // A list's flush ending may follow; it begins small or with a conjunction.
        return ladder.isEmpty || !Self.beginsSmall(text, line)
    }

    private static func beginsSmall(_ text: CleanText, _ line: Int) -> Bool {
        let byte = text.bytes[Int(text.lines[line].start)]
        return (0x61...0x7A).contains(byte)
    }

    /// What follows the resolution: its closing line, annexes, the feet of pages.
    mutating func readAround(from first: Int) {
        var inAnnex = false
        var footLine: Int?
        for line in first..<text.lines.count {
            let head = text.head(line, 160)
            if case .opening = OrganPhrase.match(head) {
                note(line, .anotherResolution, "another resolution begins here; only the first was read")
                return
            }
            if LineKinds.isClosing(head) {
                result.closing.append(line)
            } else if LineKinds.isForeign(head) {
                inAnnex = false
                footLine = footLine ?? line
            } else if LineKinds.isAnnexTitle(head) {
                inAnnex = true
                result.annexes.append(Draft(number: text.text(line), line: text.number(line), parent: nil))
                noteOnce(line, .annex, "annexes were kept apart")
            } else if inAnnex, let last = result.annexes.indices.last {
                if LineKinds.isPageFurniture(head) { continue }
                let apart = text.lines[line].blankBefore || !layout.isWrapped
                result.annexes[last].pieces.append(
                    piece(line, Int(text.lines[line].start), apart: apart))
            } else {
                if result.closing.isEmpty || line > (result.closing.last ?? 0) + 2 {
                    footLine = footLine ?? line
                }
                if !result.closing.isEmpty { result.closing.append(line) }
            }
        }
        if let footLine {
            noteOnce(footLine, .foot, "what follows the resolution was set aside")
        }
    }

    // MARK: Headings

    /// A short line that ends in no stop and stands before a number.
    func isHeading(_ line: Int, _ head: [UInt32]) -> Bool {
        guard text.length(line) < 400, head.count < 160 else { return false }
        let last = text.lastMark(line)
        guard !Layout.isTerminal(last) || Self.isSectionMark(head) else { return false }
        let afterStop = Layout.isTerminal(lastMark) && lastMark != 0x2C || result.operative.isEmpty
        guard afterStop || (text.lines[line].blankBefore && layout.blanksSeparate) else { return false }
        if result.operative.isEmpty && openers.opensOperative(head) { return false }
        if Self.beginsSmall(text, line) { return false }
        var next = line + 1
        var passed = 0
        while next < text.lines.count, passed < 3 {
            let head = text.head(next, 40)
            if let mark = NumberMark(head), mark.form != .bare {
                let isNext = mark.number == lastNumber + 1 || mark.number == 1
                if isNext || (mark.number > lastNumber && openers.opensOperative(rest(next, head, mark))) {
                    return true
                }
            }
            if LineKinds.isPageFurniture(head) { next += 1; continue }
            if Layout.isTerminal(text.lastMark(next)) || text.length(next) > 240 { return false }
            passed += 1
            next += 1
        }
        return false
    }

    /// `A.`, `IV`, `Part II.`
    private static func isSectionMark(_ head: [UInt32]) -> Bool {
        head.count <= 5 && head.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E }
    }

    mutating func keepHeading(_ line: Int) {
        result.headings.append((text.text(line), text.number(line), "\(lastNumber + 1)"))
        ladder.clear()
    }
}
