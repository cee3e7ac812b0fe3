/// Where a text explains its footnotes. What no mark calls for, or what is explained twice, is left out by the parser:
/// it is made plain text instead.
enum FootnoteMarks {
    /// How often a text is read again because plain words called for other footnotes than before.
    private static let mostReadings = 8

    /// The text with plain words for what does not explain a footnote that is called for.
    ///
    /// - Parameter text: with each mark of other kinds guarded.
    static func settled(_ text: String) -> String {
        guard text.contains("[^") else { return text }
        var text = text
        for _ in 0..<mostReadings {
            let next = keeping(StructuredTextReading.footnotes(in: text), of: text)
            if next == text { return text }
            text = next
        }
        return keeping([], of: text)
    }

    /// - Parameter lines: the numbers, from 1, of those lines that begin an explanation that stays one.
    private static func keeping(_ lines: Set<Int>, of text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            guard !lines.contains(index + 1),
                let mark = line.firstMatch(of: /^[ \t>*+\-0-9.)]*(\[\^[^\]\s]+\]:)/)
            else { return String(line) }
            return line[..<mark.output.1.startIndex] + "\\" + line[mark.output.1.startIndex...]
        }.joined(separator: "\n")
    }
}
