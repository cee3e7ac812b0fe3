/// Reads one JSON string from its opening to its closing quotation mark.
struct JSONStringScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// At the opening quotation mark; after a successful scan behind the closing one.
    var position: Int

    mutating func scan() -> Result<String, JSONScanFault> {
        position += 1
        let start = position
        // Most strings hold no escape: those are taken over in one piece.
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let slice = UnsafeBufferPointer(rebasing: bytes[start..<position])
                guard let text = String(validating: slice, as: UTF8.self) else {
                    return fault(.notUTF8, start)
                }
                position += 1
                return .success(text)
            case UInt8(ascii: "\\"): return scanEscaped(from: start)
            case 0..<0x20: return fault(.controlCharacter, position)
            default: position += 1
            }
        }
        return fault(.endsEarly, position)
    }

    private mutating func scanEscaped(from start: Int) -> Result<String, JSONScanFault> {
        var units = Array(bytes[start..<position])
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let text = String(validating: units, as: UTF8.self) else {
                    return fault(.notUTF8, start)
                }
                position += 1
                return .success(text)
            case UInt8(ascii: "\\"):
                if let found = escape(into: &units) { return .failure(found) }
            case 0..<0x20: return fault(.controlCharacter, position)
            default:
                units.append(bytes[position])
                position += 1
            }
        }
        return fault(.endsEarly, position)
    }

    private mutating func escape(into units: inout [UInt8]) -> JSONScanFault? {
        let start = position
        guard position + 1 < bytes.count else {
            return JSONScanFault(fault: .endsEarly, position: bytes.count)
        }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(letter)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0c)
        case UInt8(ascii: "n"): units.append(0x0a)
        case UInt8(ascii: "r"): units.append(0x0d)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "u"): return unicodeEscape(from: start, into: &units)
        default: return JSONScanFault(fault: .badEscape, position: start)
        }
        return nil
    }

    private mutating func unicodeEscape(from start: Int, into units: inout [UInt8]) -> JSONScanFault? {
        guard let first = fourDigits() else { return JSONScanFault(fault: .badEscape, position: start) }
        var code = first
        if (0xD800..<0xDC00).contains(first) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { return JSONScanFault(fault: .loneSurrogate, position: start) }
            position += 2
            guard let second = fourDigits() else { return JSONScanFault(fault: .badEscape, position: start) }
            guard (0xDC00..<0xE000).contains(second) else {
                return JSONScanFault(fault: .loneSurrogate, position: start)
            }
            code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        // Only the second half of a pair is left that is no scalar.
        guard let scalar = Unicode.Scalar(code) else {
            return JSONScanFault(fault: .loneSurrogate, position: start)
        }
        units.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        return nil
    }

    private mutating func fourDigits() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Hexadecimal.value(of: bytes[position]) else { return nil }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }

    private func fault(_ fault: JSONParseError.Fault, _ position: Int) -> Result<String, JSONScanFault> {
        .failure(JSONScanFault(fault: fault, position: position))
    }
}
