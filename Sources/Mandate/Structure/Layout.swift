/// How a text was laid out, which decides what a new line means.
struct Layout {
    /// Lines end where the page does, not where a paragraph does.
    let isWrapped: Bool
    /// Blank lines stand between paragraphs; else they say nothing.
    let blanksSeparate: Bool

    init(_ text: CleanText, from first: Int) {
        var unfinished = 0
        var counted = 0
        var blanks = 0
        let lines = text.lines
        for index in first..<max(first, min(lines.count, first + 2000)) {
            guard text.length(index) > 12 else { continue }
            counted += 1
            if lines[index].blankBefore { blanks += 1 }
            if !Self.isTerminal(text.lastMark(index)), Self.goesOn(text, index + 1) { unfinished += 1 }
        }
        isWrapped = unfinished * 4 > counted
        blanksSeparate = blanks > 0 && !(isWrapped && blanks * 10 > counted * 9)
    }

    /// The next line belongs to this one: no blank line between, or it begins small.
    private static func goesOn(_ text: CleanText, _ next: Int) -> Bool {
        guard next < text.lines.count else { return false }
        if !text.lines[next].blankBefore { return true }
        return (0x61...0x7A).contains(text.bytes[Int(text.lines[next].start)])
    }

    /// Marks at which a paragraph or a list item may end.
    static func isTerminal(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x2C, 0x2E, 0x3B, 0x3A, 0x3002, 0x3F, 0x21, 0x2D: true
        default: false
        }
    }

    static func isFullStop(_ mark: UInt32) -> Bool {
        mark == 0x2E || mark == 0x3002
    }
}
