/// A paragraph's address taken apart, as far as a pack needs it.
struct ParagraphReference: Hashable {
    let symbol: String
    /// Nil where the address is the bare symbol.
    let part: Part?
    let number: Int?
    /// Letters and numerals below the paragraph, e.g. `["e"]`.
    let below: [String]

    enum Part: String { case operative = "OP", preambular = "PP" }

    /// - Returns: nil unless the text is `S/RES/number(year)`, with `/OP/2/e` or `/PP/7` behind it or not.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[0] == "S", parts[1] == "RES", Self.isNumberWithYear(parts[2]) else {
            return nil
        }
        symbol = parts[0...2].joined(separator: "/")
        guard parts.count > 3 else {
            (part, number, below) = (nil, nil, [])
            return
        }
        guard parts.count >= 5, let part = Part(rawValue: parts[3]), let number = Int(parts[4]), number > 0,
            String(number) == parts[4], number < 1_000, parts.count <= 8,
            parts.dropFirst(5).allSatisfy({ (1...6).contains($0.utf8.count) && $0.allSatisfy(Self.isMark) })
        else { return nil }
        self.part = part
        self.number = number
        below = Array(parts.dropFirst(5))
    }

    private static func isNumberWithYear(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return false }
        let number = text[..<open]
        let year = text[text.index(after: open)...].dropLast()
        return (1...5).contains(number.utf8.count) && year.utf8.count == 4 && number.allSatisfy(Self.isDigit)
            && year.allSatisfy(Self.isDigit)
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func isMark(_ character: Character) -> Bool {
        isDigit(character) || (character.isASCII && character.isLowercase)
    }
}
