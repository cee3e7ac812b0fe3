/// A piece of SQL text, as far as both engines must agree on where strings and comments end.
struct SQLToken: Hashable {
    enum Kind: Hashable {
        /// A keyword, a name or a number.
        case word
        /// `:name`, without its colon in `text`.
        case parameter
        /// `'…'`, `"…"` or `$tag$…$tag$`.
        case quoted
        /// `x'…'`; `text` holds the hex digits alone.
        case blob
        /// White space and comments.
        case space
        case semicolon
        case other
    }

    let kind: Kind
    let text: String
}

/// Cuts SQL into tokens. What stands between them is lost nowhere: the texts, with the marks that parameters and
/// blobs lost, make the whole again.
struct SQLTokenizer {
    private let bytes: [UInt8]
    private var position = 0

    static func tokens(of sql: String) -> [SQLToken] {
        var tokenizer = SQLTokenizer(bytes: Array(sql.utf8))
        var tokens: [SQLToken] = []
        while let token = tokenizer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() -> SQLToken? {
        guard let first = peek(0) else { return nil }
        switch first {
        case 0x27, 0x22:  // ' and "
            return quoted(by: first)
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            return peek(1) == 0x27 ? blob() : word()
        case UInt8(ascii: "-") where peek(1) == first:
            return take(.space) { $0 != 0x0A }
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
            return blockComment()
        case UInt8(ascii: ":"):
            return colon()
        case UInt8(ascii: "$"):
            return dollar()
        case UInt8(ascii: ";"):
            return take(.semicolon, count: 1)
        case _ where Self.isSpace(first):
            return take(.space, while: Self.isSpace)
        case _ where Self.isWord(first):
            return word()
        default:
            return take(.other, count: 1)
        }
    }

    private func peek(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private mutating func take(_ kind: SQLToken.Kind, count: Int) -> SQLToken {
        let end = min(position + count, bytes.count)
        defer { position = end }
        return SQLToken(kind: kind, text: String(decoding: bytes[position..<end], as: UTF8.self))
    }

    private mutating func take(_ kind: SQLToken.Kind, while holds: (UInt8) -> Bool) -> SQLToken {
        take(kind, count: bytes[position...].prefix(while: holds).count)
    }

    private mutating func word() -> SQLToken { take(.word, while: Self.isWord) }

    /// A doubled mark inside stands for itself.
    private mutating func quoted(by mark: UInt8) -> SQLToken {
        var count = 1
        while let byte = peek(count) {
            count += 1
            guard byte == mark else { continue }
            guard peek(count) == mark else { break }
            count += 1
        }
        return take(.quoted, count: count)
    }

    private mutating func blob() -> SQLToken {
        position += 2
        let digits = take(.blob) { $0 != 0x27 }
        position = min(position + 1, bytes.count)
        return digits
    }

    private mutating func blockComment() -> SQLToken {
        var count = 2
        while let byte = peek(count) {
            count += 1
            if byte == UInt8(ascii: "*"), peek(count) == UInt8(ascii: "/") { break }
        }
        return take(.space, count: count + 1)
    }

    /// A cast (`::`) is no parameter.
    private mutating func colon() -> SQLToken {
        guard let next = peek(1), Self.isWord(next), !Self.isDigit(next) else {
            return take(.other, count: peek(1) == UInt8(ascii: ":") ? 2 : 1)
        }
        position += 1
        return take(.parameter, while: Self.isWord)
    }

    private mutating func dollar() -> SQLToken {
        let tag = bytes[(position + 1)...].prefix { Self.isWord($0) }
        guard peek(tag.count + 1) == UInt8(ascii: "$"), tag.first.map(Self.isDigit) != true else {
            return take(.other, count: 1)
        }
        let mark = Array(bytes[position..<(position + tag.count + 2)])
        var end = position + mark.count
        while end < bytes.count, !bytes[end...].starts(with: mark) { end += 1 }
        return take(.quoted, count: end + mark.count - position)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
            || byte >= 0x80
    }
}
