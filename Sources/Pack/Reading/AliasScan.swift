/// Finds YAML's aliases before the text is parsed: through them a short text unfolds without end.
enum AliasScan {
    /// The first line on which something reads as an alias, `*name`, be it in a comment.
    ///
    /// - Returns: nil if none does; then nothing can unfold.
    static func line(in text: String) -> Int? {
        var line = 1
        var before: UInt8 = 10
        var isStar = false
        for byte in text.utf8 {
            if isStar && isName(byte) { return line }
            isStar = byte == UInt8(ascii: "*") && !isName(before)
            if byte == 10 { line += 1 }
            before = byte
        }
        return nil
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
            || byte == 45
    }
}
