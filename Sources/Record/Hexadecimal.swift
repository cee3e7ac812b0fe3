/// Bytes as lower-case hexadecimal digits and back.
enum Hexadecimal {
    private static let digits: StaticString = "0123456789abcdef"

    static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            output.append(digits.utf8Start[Int(byte >> 4)])
            output.append(digits.utf8Start[Int(byte & 15)])
        }
    }

    static func string(_ bytes: some Sequence<UInt8>) -> String {
        var output: [UInt8] = []
        append(bytes, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Nil unless the text is an even number of hexadecimal digits in lower case.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var output: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = lowerCaseValue(of: digits[index]),
                let low = lowerCaseValue(of: digits[index + 1])
            else { return nil }
            output.append(high << 4 | low)
        }
        return output
    }

    /// The value of one digit in either case.
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: lowerCaseValue(of: digit)
        }
    }

    private static func lowerCaseValue(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
