/// Numbers as ECMAScript writes them, which RFC 8785 section 3.2.2.3 prescribes.
enum CanonicalNumber {
    /// - Precondition: the value is finite; JSON has no other numbers, and a null in its place would make the
    ///   record say something that nobody said.
    static func write(_ value: Double, into output: inout [UInt8]) {
        precondition(value.isFinite, "JSON has no infinite numbers")
        if value == 0 {
            output.append(UInt8(ascii: "0"))
            return
        }
        if value < 0 { output.append(UInt8(ascii: "-")) }
        let (digits, point) = shortest(abs(value))
        write(digits, point, into: &output)
    }

    static func write(_ value: Int64, into output: inout [UInt8]) {
        guard value.magnitude <= UInt64(JSONValue.largestInteger) else {
            return write(Double(value), into: &output)
        }
        if value < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        var rest = value.magnitude
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    /// The fewest digits that read back as this value, and where the decimal point lies: the value is
    /// 0.digits × 10^point.
    private static func shortest(_ value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point = 0
        var exponent = 0
        var isBehindPoint = false
        var text = Substring(value.description)
        if let mark = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                isBehindPoint = true
            } else if byte == UInt8(ascii: "0"), digits.isEmpty {
                if isBehindPoint { point -= 1 }
            } else {
                digits.append(byte)
                if !isBehindPoint { point += 1 }
            }
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, point + exponent)
    }

    private static func write(_ digits: [UInt8], _ point: Int, into output: inout [UInt8]) {
        let zero = UInt8(ascii: "0")
        switch point {
        case digits.count...21:
            output += digits
            output.append(contentsOf: repeatElement(zero, count: point - digits.count))
        case 1...21:
            output += digits[..<point]
            output.append(UInt8(ascii: "."))
            output += digits[point...]
        case -5...0:
            output += [zero, UInt8(ascii: ".")]
            output.append(contentsOf: repeatElement(zero, count: -point))
            output += digits
        default:
            output.append(digits[0])
            if digits.count > 1 {
                output.append(UInt8(ascii: "."))
                output += digits[1...]
            }
            output += [UInt8(ascii: "e"), point > 0 ? UInt8(ascii: "+") : UInt8(ascii: "-")]
            write(Int64(abs(point - 1)), into: &output)
        }
    }
}
