/// Writes canonical JSON (RFC 8785): no space, members by the UTF-16 order of their names, the fewest escapes.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int = 256) { bytes.reserveCapacity(count) }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(ascii: "null")
        case .bool(true): write(ascii: "true")
        case .bool(false): write(ascii: "false")
        case .integer(let number): CanonicalNumber.write(number, into: &bytes)
        case .number(let number): CanonicalNumber.write(number, into: &bytes)
        case .string(let text): write(text)
        case .array(let elements): write(elements)
        case .object(let members): write(members)
        }
    }

    mutating func write(ascii text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { write(escaping: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Lower-case hexadecimal digits between quotation marks.
    mutating func write(_ hash: Hash32) {
        bytes.append(UInt8(ascii: "\""))
        hash.withUnsafeBytes { Hexadecimal.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        for index in elements.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(elements[index])
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: [String: JSONValue]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, value) in members.sorted(by: { Self.precedes($0.key, $1.key) }) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(name)
            bytes.append(UInt8(ascii: ":"))
            write(value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            escape(byte)
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x08: write(ascii: "\\b")
        case 0x09: write(ascii: "\\t")
        case 0x0a: write(ascii: "\\n")
        case 0x0c: write(ascii: "\\f")
        case 0x0d: write(ascii: "\\r")
        case 0..<0x20:
            write(ascii: "\\u00")
            withUnsafeBytes(of: byte) { Hexadecimal.append($0, to: &bytes) }
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
    }

    /// The order of RFC 8785 section 3.2.3: by UTF-16 code units.
    static func precedes(_ left: String, _ right: String) -> Bool {
        var left = left
        var right = right
        return left.withUTF8 { left in
            right.withUTF8 { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return rank(left[index]) < rank(right[index])
                }
                return left.count < right.count
            }
        }
    }

    /// UTF-8 sorts as UTF-16 does but for one thing: characters of four bytes, surrogates in UTF-16, come
    /// before U+E000 … U+FFFF, whose first byte is EE or EF. Where two texts first differ, ranking their bytes
    /// anew is enough.
    private static func rank(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xEE, 0xEF: byte + 5
        case 0xF0...: byte - 2
        default: byte
        }
    }
}
