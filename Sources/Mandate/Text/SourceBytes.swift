/// Finds out how a file is written and gives its text as UTF-8.
enum SourceBytes {
    /// - Returns: UTF-8 (or what claims to be), and what had to be changed.
    static func decode(_ bytes: [UInt8]) -> (text: [UInt8], warning: String?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), nil) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes[2...], littleEndian: true), nil) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes[2...], littleEndian: false), nil) }
        if let littleEndian = unmarkedUTF16(bytes) {
            return (
                utf16(bytes[...], littleEndian: littleEndian), "read as UTF-16, though nothing says so"
            )
        }
        return (bytes, nil)
    }

    /// Every other byte of Latin text in UTF-16 is zero.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(2000)
        guard sample.count >= 16 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 10 > sample.count * 3, zeros.even * 20 < sample.count { return true }
        if zeros.even * 10 > sample.count * 3, zeros.odd * 20 < sample.count { return false }
        return nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        func unit(at index: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        while index + 1 < bytes.endIndex {
            var scalar = unit(at: index)
            index += 2
            if (0xD800...0xDBFF).contains(scalar), index + 1 < bytes.endIndex {
                let low = unit(at: index)
                if (0xDC00...0xDFFF).contains(low) {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    index += 2
                }
            }
            UTF8Walk.append((0xD800...0xDFFF).contains(scalar) ? 0xFFFD : scalar, to: &result)
        }
        return result
    }
}
