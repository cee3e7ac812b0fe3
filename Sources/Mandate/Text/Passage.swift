/// One paragraph's text beside its folded form, scalar for scalar.
struct Passage {
    let original: [UInt32]
    let folded: [UInt32]
    let language: TextLanguage

    init(_ text: String, _ language: TextLanguage) {
        var original: [UInt32] = []
        var folded: [UInt32] = []
        original.reserveCapacity(text.utf8.count)
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            original.append(scalar.value)
            folded.append(scalar.value == 0x0A ? 0x20 : Folding.fold(scalar.value))
        }
        (self.original, self.folded, self.language) = (original, folded, language)
    }

    var count: Int { folded.count }

    /// As printed, blanks at the ends taken off.
    func printed(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for index in range {
            if let scalar = Unicode.Scalar(original[index] == 0x0A ? 0x20 : original[index]) {
                view.append(scalar)
            }
        }
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return String(view)
    }

    func has(_ literal: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + literal.count <= folded.count else { return false }
        for offset in literal.indices where folded[index + offset] != literal[offset] { return false }
        return true
    }
}

/// A word, a number or a mark of a passage in a language with blanks.
struct Token {
    enum Kind { case word, number, mark }

    let kind: Kind
    /// Folded.
    let text: String
    /// Of numbers; 0 else.
    let value: Int
    let range: Range<Int>
}

extension Passage {
    /// Words keep inner hyphens apart; an apostrophe ends a word as in `l'assemblee`.
    func tokens() -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(count / 5)
        var index = 0
        while index < count {
            let scalar = folded[index]
            if scalar == 0x20 || scalar == Folding.nothing {
                index += 1
                continue
            }
            let start = index
            if Folding.isDigit(scalar) {
                var value = 0
                while index < count, Folding.isDigit(folded[index]) {
                    value = min(value * 10 + Int(folded[index] - 0x30), 99_999_999)
                    index += 1
                }
                result.append(Token(kind: .number, text: "", value: value, range: start..<index))
            } else if Folding.isLetter(scalar) {
                var view = String.UnicodeScalarView()
                while index < count, Folding.isLetter(folded[index]) || folded[index] == Folding.nothing {
                    if let scalar = Unicode.Scalar(folded[index]), scalar.value != 0 { view.append(scalar) }
                    index += 1
                }
                result.append(Token(kind: .word, text: String(view), value: 0, range: start..<index))
            } else {
                index += 1
                let text = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
                result.append(Token(kind: .mark, text: text, value: 0, range: start..<index))
            }
        }
        return result
    }
}
