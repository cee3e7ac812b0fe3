/// A paragraph number at the head of a line: `12.`, `3 -`, `七、`, or `12` alone on it.
struct NumberMark {
    enum Form { case stopped, dashed, alone, bare }

    let number: Int
    let form: Form
    /// Scalars of the line before the paragraph's text.
    let length: Int
    /// Read through a slip of optical reading (`l.` for `1.`).
    let isRepaired: Bool

    init?(_ head: [UInt32]) {
        var index = 0
        var value = 0
        var slips = false
        while index < head.count, index < 7 {
            let scalar = head[index]
            if Folding.isDigit(scalar) {
                value = value * 10 + Int(scalar - 0x30)
            } else if scalar == 0x6C || scalar == 0x69 {
                value = value * 10 + 1
                slips = true
            } else if scalar == 0x6F, index > 0 {
                value *= 10
                slips = true
            } else {
                break
            }
            index += 1
        }
        if index == 0 {
            guard let mark = Self.chineseNumeral(head) else { return nil }
            self = mark
            return
        }
        guard index <= 6, value > 0, index <= 3 || !slips else { return nil }
        (number, isRepaired) = (value, slips)
        var end = index
        while end < head.count, head[end] == 0x20 { end += 1 }
        guard end < head.count else {
            guard !slips else { return nil }
            (form, length) = (.alone, end)
            return
        }
        let mark = head[end]
        let after = end + 1 < head.count ? head[end + 1] : 0x20
        if mark == 0x2E || mark == 0x3001 || mark == 0x29 || mark == 0xB0 {
            guard !Folding.isDigit(after), !(slips && end > index) else { return nil }
            var rest = end + 1
            while rest < head.count, [0x20, 0x2D, 0x2E].contains(head[rest]) { rest += 1 }
            form = rest >= head.count ? .alone : .stopped
            length = rest
        } else if mark == 0x2D {
            var rest = end + 1
            while rest < head.count, head[rest] == 0x20 { rest += 1 }
            guard !slips, rest >= head.count || !Folding.isDigit(head[rest]) else { return nil }
            form = rest >= head.count ? .alone : .dashed
            length = rest
        } else {
            guard end > index, !slips else { return nil }
            (form, length) = (.bare, end)
        }
    }

    private init(_ number: Int, _ form: Form, _ length: Int) {
        (self.number, self.form, self.length, isRepaired) = (number, form, length, false)
    }

    /// `一、` to `九十九、`, as older Chinese texts number their paragraphs.
    private static func chineseNumeral(_ head: [UInt32]) -> NumberMark? {
        guard let (value, length) = ChineseNumerals.read(head, 0), value > 0, value < 100,
            length < head.count, head[length] == 0x3001
        else { return nil }
        return NumberMark(value, length + 1 < head.count ? .stopped : .alone, length + 1)
    }
}

/// Numbers in Chinese characters.
enum ChineseNumerals {
    private static let digits: [UInt32: Int] = {
        var table: [UInt32: Int] = [:]
        for (value, character) in "〇一二三四五六七八九".unicodeScalars.enumerated() {
            table[character.value] = value
        }
        table[0x96F6] = 0
        table[0x4E24] = 2
        return table
    }()

    /// `六`, `十二`, `四十五`, `一百二十`; also digit by digit, `二〇〇六`.
    ///
    /// - Returns: the value and how many scalars it took; nil where none begins here.
    static func read(_ scalars: [UInt32], _ start: Int) -> (value: Int, length: Int)? {
        var index = start
        var total = 0
        var digit: Int?
        var digitsInRow = 0
        while index < scalars.count, index - start < 9 {
            let scalar = scalars[index]
            if let value = digits[scalar] {
                digit = digitsInRow > 0 ? (digit ?? 0) * 10 + value : value
                digitsInRow += 1
            } else if scalar == 0x5341 || scalar == 0x767E {
                total += (digit ?? 1) * (scalar == 0x5341 ? 10 : 100)
                digit = nil
                digitsInRow = 0
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        return (total + (digit ?? 0), index - start)
    }
}
