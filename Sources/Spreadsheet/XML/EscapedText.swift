/// The escapes of SpreadsheetML for what XML cannot carry: `_x0007_` is the bell, and a text that really says
/// `_x0007_` is `_x005F_x0007_`.
///
/// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
enum EscapedText {
    private static let escapeLength = 7

    /// - Returns: the text with what XML cannot carry escaped; still to be escaped as XML.
    static func escape(_ text: String) -> String {
        guard needsEscape(text) else { return text }
        var scalars = String.UnicodeScalarView()
        let units = Array(text.unicodeScalars)
        for (index, scalar) in units.enumerated() {
            if scalar == "_", isEscape(units[index...]) {
                scalars.append(contentsOf: "_x005F_".unicodeScalars)
            } else if !isXML(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: 4 - digits.count) + digits
                scalars.append(contentsOf: "_x\(padded)_".unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// - Returns: the text meant. Halves of a surrogate pair that stand alone become U+FFFD.
    static func unescape(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var units: [UInt16] = []
        units.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            if scalars[index] == "_", isEscape(scalars[index...]) {
                let digits = scalars[index + 2..<index + 6].reduce(0) { $0 * 16 + (hex($1) ?? 0) }
                units.append(UInt16(digits))
                index += escapeLength
            } else {
                units.append(contentsOf: UTF16.encode(scalars[index]).map { Array($0) } ?? [])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func needsEscape(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "_" || !isXML($0) }
    }

    /// Whether what begins here reads as an escape.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count >= escapeLength else { return false }
        let start = scalars.startIndex
        return scalars[start + 1] == "x" && scalars[start + 6] == "_"
            && scalars[start + 2..<start + 6].allSatisfy { hex($0) != nil }
    }

    /// Whether XML 1.0 can carry the character as it is.
    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private static func hex(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 48
        case "A"..."F": scalar.value - 55
        case "a"..."f": scalar.value - 87
        default: nil
        }
    }
}
