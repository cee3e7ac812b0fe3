/// Reads one JSON number.
///
/// What is whole and within ±(2⁵³ − 1) becomes an integer however it is written (`1.0`, `1e3`), so that a
/// value and what is read back from its canonical bytes are equal.
struct JSONNumberScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// At the number's first byte; after a successful scan behind its last.
    var position: Int

    mutating func scan() -> Result<JSONValue, JSONScanFault> {
        let start = position
        var isWhole = true
        take(UInt8(ascii: "-"))
        let integerStart = position
        guard takeDigits() > 0 else { return fault(.badNumber) }
        if bytes[integerStart] == UInt8(ascii: "0"), position - integerStart > 1 { return fault(.badNumber) }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard takeDigits() > 0 else { return fault(.badNumber) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { take(UInt8(ascii: "-")) }
            guard takeDigits() > 0 else { return fault(.badNumber) }
        }
        if isWhole, position - start <= 16, let value = whole(start..<position) { return .success(value) }
        return double(start..<position, isWhole: isWhole)
    }

    /// The number if it lies within the integers kept exactly; at most 16 bytes, so that nothing overflows.
    private func whole(_ range: Range<Int>) -> JSONValue? {
        var value: Int64 = 0
        for index in range where bytes[index] != UInt8(ascii: "-") {
            value = value * 10 + Int64(bytes[index] &- UInt8(ascii: "0"))
        }
        guard value <= JSONValue.largestInteger else { return nil }
        return .integer(bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value)
    }

    private func double(_ range: Range<Int>, isWhole: Bool) -> Result<JSONValue, JSONScanFault> {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        guard let value = Double(text) else { return fault(.badNumber) }
        guard value.isFinite else { return fault(.numberOutOfRange) }
        if abs(value) <= Double(JSONValue.largestInteger), value == value.rounded(.towardZero) {
            return .success(.integer(Int64(value)))
        }
        // Digits beyond 2⁵³ are taken only where they are a double's own canonical form (10²⁰, say): then
        // nothing was lost, and canonical bytes can always be read back.
        if isWhole {
            var canonical: [UInt8] = []
            CanonicalNumber.write(value, into: &canonical)
            guard canonical.elementsEqual(bytes[range]) else { return fault(.numberLosesPrecision) }
        }
        return .success(.number(value))
    }

    @discardableResult
    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeDigits() -> Int {
        let start = position
        while position < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position] {
            position += 1
        }
        return position - start
    }

    private func fault(_ fault: JSONParseError.Fault) -> Result<JSONValue, JSONScanFault> {
        .failure(JSONScanFault(fault: fault, position: position))
    }
}
