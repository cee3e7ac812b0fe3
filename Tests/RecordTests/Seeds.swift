import Record

/// Seeds of the property tests; each draws many values.
enum Seeds {
    static let standard: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
}

extension SeededRandom {
    /// A JSON value as anybody may send it, with the characters and numbers that go wrong first.
    mutating func json(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &self) {
        case 0: .null
        case 1: .bool(Bool.random(using: &self))
        case 2: .integer(Int64.random(in: -JSONValue.largestInteger...JSONValue.largestInteger, using: &self))
        case 3: .integer(Int64.random(in: -20...20, using: &self))
        case 4: number()
        case 5, 6: .string(text())
        case 7: .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            .object(
                Dictionary(
                    (0..<Int.random(in: 0..<6, using: &self)).map { _ in (text(), json(depth: depth - 1)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    mutating func text() -> String {
        let pool = Array(
            "aZ09 \"\\/\u{0}\u{8}\t\n\u{c}\r\u{1f}\u{7f}é中文😀\u{e000}\u{ffff}\u{2028}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &self) {
            text.append(pool[Int.random(in: 0..<pool.count, using: &self)])
        }
        return String(text)
    }

    /// Any finite double that is no whole number within the integers, which are read as such.
    private mutating func number() -> JSONValue {
        while true {
            let value = Double(bitPattern: next())
            guard value.isFinite else { continue }
            if abs(value) <= Double(JSONValue.largestInteger), value == value.rounded() { continue }
            return .number(value)
        }
    }
}
