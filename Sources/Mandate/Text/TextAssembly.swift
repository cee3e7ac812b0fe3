/// Puts the lines of a paragraph together again as running text.
struct TextAssembly {
    let text: CleanText
    /// Words that the text prints with a hyphen inside a line; made when first needed.
    private var hyphenated: Set<String>?

    private let isChinese: Bool

    init(_ text: CleanText, _ language: TextLanguage) {
        self.text = text
        isChinese = language.isChinese
    }

    mutating func join(_ pieces: [Draft.Piece]) -> String {
        if pieces.count == 1, let only = pieces.first {
            return String(decoding: text.bytes[only.start..<only.end], as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.end - $1.start + 1 })
        var previous: Draft.Piece?
        for piece in pieces {
            if let previous { separate(previous, piece, &bytes) }
            bytes.append(contentsOf: text.bytes[piece.start..<piece.end])
            previous = piece
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func separate(_ previous: Draft.Piece, _ next: Draft.Piece, _ bytes: inout [UInt8]) {
        if next.isApart {
            bytes.append(0x0A)
        } else if text.lines[previous.line].isHyphenated {
            return
        } else if bytes.last == 0x2D, isLetter(bytes.dropLast().last), isSmall(text.bytes[next.start]) {
            if !keepsHyphen(bytes, next) { bytes.removeLast() }
        } else if isIdeographic(endOf: bytes), isIdeographic(startOf: next) {
            return
        } else if isChinese, !(isLatin(bytes.last) && isLatin(text.bytes[next.start])) {
            return
        } else if bytes.last == 0x2D || bytes.last == 0x2F, isLetter(bytes.dropLast().last) {
            return
        } else {
            bytes.append(0x20)
        }
    }

    private func isLetter(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0x80
    }

    private func isLatin(_ byte: UInt8?) -> Bool {
        byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
    }

    private func isSmall(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || byte >= 0xC3 && byte < 0xE0
    }

    /// `counter-` and `terrorism`: the hyphen is the word's own if the text prints it elsewhere.
    private mutating func keepsHyphen(_ bytes: [UInt8], _ next: Draft.Piece) -> Bool {
        let before = bytes.dropLast().reversed().prefix(24).prefix { isLetter($0) }.reversed()
        let after = text.bytes[next.start..<next.end].prefix(24).prefix { isLetter($0) }
        let first = String(decoding: before, as: UTF8.self).lowercased()
        let word = first + "-" + String(decoding: after, as: UTF8.self).lowercased()
        if Self.prefixes.contains(first) { return true }
        let known = hyphenated ?? collectHyphenated()
        hyphenated = known
        return known.contains(word)
    }

    private static let prefixes: Set<String> = [
        "counter", "non", "self", "secretary", "vice", "sous", "anti", "cease", "well", "long", "peace", "al",
        "contre", "confidence", "follow", "post", "co", "sub", "cross", "inter", "law", "human", "gender",
    ]

    private func collectHyphenated() -> Set<String> {
        var result: Set<String> = []
        let bytes = text.bytes
        for line in text.lines {
            let (first, last) = (Int(line.start), Int(line.end))
            guard last - first > 2 else { continue }
            for index in (first + 1)..<(last - 1)
            where bytes[index] == 0x2D && isLetter(bytes[index - 1]) && isLetter(bytes[index + 1]) {
                if result.count > 5000 { return result }
                var (start, end) = (index, index + 1)
                while start > first, index - start < 24, isLetter(bytes[start - 1]) { start -= 1 }
                while end < last, end - index < 24, isLetter(bytes[end]) { end += 1 }
                result.insert(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
            }
        }
        return result
    }

    private func isIdeographic(endOf bytes: [UInt8]) -> Bool {
        guard bytes.count >= 3 else { return false }
        var index = bytes.count - 3
        return Folding.isIdeographic(UTF8Walk.next(bytes, &index, bytes.count).scalar)
    }

    private func isIdeographic(startOf piece: Draft.Piece) -> Bool {
        var index = piece.start
        return index < piece.end && Folding.isIdeographic(UTF8Walk.next(text.bytes, &index, piece.end).scalar)
    }
}
