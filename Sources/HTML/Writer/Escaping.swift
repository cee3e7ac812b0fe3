/// The one place where characters become markup-safe bytes.
enum Escaping {
    /// Writes text so that it stays text in content and in double-quoted attribute values.
    ///
    /// Control characters that HTML does not allow are written as U+FFFD, which shows that something
    /// was there.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            var index = 0
            while index < source.count {
                let byte = source[index]
                if needsCare[Int(byte)] {
                    bytes.append(contentsOf: source[start..<index])
                    appendLiteral(replacement(for: byte), to: &bytes)
                    start = index + 1
                }
                index += 1
            }
            bytes.append(contentsOf: source[start..<source.count])
        }
    }

    /// Writes a literal of the program as it stands.
    static func appendLiteral(_ literal: StaticString, to bytes: inout [UInt8]) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private static let needsCare: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F: true
        default: false
        }
    }

    private static func replacement(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
