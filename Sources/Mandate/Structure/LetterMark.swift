/// A sub-paragraph's mark at the head of a line: `(a)`, `b)`, `(iv)`, `（一）`, `(ج)`.
struct LetterMark: Equatable {
    enum Kind: Hashable { case letter, roman, digit, capital, chinese }

    struct Reading: Equatable {
        let kind: Kind
        let value: Int
    }

    /// What the mark may be: `(i)` is the ninth letter or the first Roman number.
    let readings: [Reading]
    /// The mark's own characters, without brackets.
    let printed: String
    /// Scalars of the line before the text.
    let length: Int
    let hasBothBrackets: Bool

    init?(_ head: [UInt32], capitals: [Bool]) {
        guard let first = head.first else { return nil }
        if (0x3220...0x3229).contains(first) {
            let rest = head.dropFirst().firstIndex { $0 != 0x20 } ?? head.count
            self.init([Reading(kind: .chinese, value: Int(first - 0x3220) + 1)], head, 0..<1, rest, true)
            return
        }
        let open = first == 0x28
        let start = open ? 1 : 0
        var end = start
        while end < head.count, end - start < 6, head[end] != 0x29, head[end] != 0x20 { end += 1 }
        guard end < head.count, head[end] == 0x29, end > start else { return nil }
        var rest = end + 1
        while rest < head.count, head[rest] == 0x20 || head[rest] == Folding.nothing { rest += 1 }
        // A lone number in one bracket is a paragraph's, a word in brackets none at all.
        let isCapital = end == start + 1 && start < capitals.count && capitals[start]
        let readings = Self.readings(Array(head[start..<end]), isCapital: isCapital)
        if !open, readings.contains(where: { $0.kind == .digit || $0.kind == .chinese }) { return nil }
        guard !readings.isEmpty || (!open && end - start <= 2) else { return nil }
        self.init(readings, head, start..<end, rest, open)
    }

    private init(
        _ readings: [Reading], _ head: [UInt32], _ range: Range<Int>, _ length: Int, _ both: Bool
    ) {
        self.readings = readings
        printed = String(String.UnicodeScalarView(head[range].compactMap(Unicode.Scalar.init)))
        (self.length, hasBothBrackets) = (length, both)
    }

    private static let arabicOrder = Array("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ".unicodeScalars.map(\.value))
    private static let cyrillicOrder = Array("абвгдежзиклмнопрстуфхцчшщэюя".unicodeScalars.map(\.value))
    private static let stems = Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars.map(\.value))

    private static func readings(_ mark: [UInt32], isCapital: Bool) -> [Reading] {
        var result: [Reading] = []
        if mark.allSatisfy(Folding.isDigit), mark.count <= 2 {
            let value = mark.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return value > 0 ? [Reading(kind: .digit, value: value)] : []
        }
        if let value = roman(mark), !isCapital { result.append(Reading(kind: .roman, value: value)) }
        if mark.count == 1 || (mark.count == 2 && mark[0] == mark[1]) {
            let turn = mark.count == 2 ? 26 : 0
            if (0x61...0x7A).contains(mark[0]) {
                let value = Int(mark[0] - 0x60) + turn
                result.append(Reading(kind: isCapital ? .capital : .letter, value: value))
                // Optical reading makes capitals of small letters.
                if isCapital { result.append(Reading(kind: .letter, value: value)) }
            } else if let place = arabicOrder.firstIndex(of: mark[0])
                ?? cyrillicOrder.firstIndex(of: mark[0]) ?? stems.firstIndex(of: mark[0])
            {
                result.append(Reading(kind: .letter, value: place + 1))
            }
        }
        if let (value, length) = ChineseNumerals.read(mark, 0), length == mark.count {
            result.append(Reading(kind: .chinese, value: value))
        }
        return result
    }

    /// The value of a small Roman number; nil for what only has its letters.
    static func roman(_ mark: [UInt32]) -> Int? {
        let values: [UInt32: Int] = [0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50]
        var total = 0
        for (index, scalar) in mark.enumerated() {
            guard let value = values[scalar] else { return nil }
            let next = index + 1 < mark.count ? values[mark[index + 1]] ?? 0 : 0
            total += value < next ? -value : value
        }
        return total > 0 && romanNumber(total) == mark ? total : nil
    }

    static func romanNumber(_ value: Int) -> [UInt32] {
        var (left, result) = (value, "")
        for (step, letters) in [
            (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ] {
            while left >= step {
                result += letters
                left -= step
            }
        }
        return result.unicodeScalars.map(\.value)
    }
}

extension LetterMark.Reading {
    /// What stands between the brackets of an address: `a`, `iv`, `3`, `B`.
    var name: String {
        switch kind {
        case .letter, .capital:
            let base: UInt32 = kind == .letter ? 0x61 : 0x41
            let letter = Unicode.Scalar(base + UInt32((value - 1) % 26)).map(Character.init) ?? "?"
            return String(repeating: letter, count: value > 26 ? 2 : 1)
        case .roman, .chinese:
            return String(
                String.UnicodeScalarView(LetterMark.romanNumber(value).compactMap(Unicode.Scalar.init)))
        case .digit: return String(value)
        }
    }
}
