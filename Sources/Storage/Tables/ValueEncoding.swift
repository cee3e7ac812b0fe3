/// The bytes of a row, the same from both engines: one letter per value, big-endian numbers, lengths before
/// text and blobs.
///
/// `n` NULL · `i` 8 bytes, two's complement · `r` 8 bytes, IEEE 754 · `t`, `b` 4 bytes length, then the bytes.
enum ValueEncoding {
    static func append(_ values: [SQLValue], to bytes: inout [UInt8]) {
        appendNumber(UInt32(values.count), to: &bytes)
        for value in values {
            switch value {
            case .null:
                bytes.append(UInt8(ascii: "n"))
            case .integer(let number):
                bytes.append(UInt8(ascii: "i"))
                appendNumber(UInt64(bitPattern: number), to: &bytes)
            case .real(let number):
                bytes.append(UInt8(ascii: "r"))
                appendNumber(number.bitPattern, to: &bytes)
            case .text(let text):
                bytes.append(UInt8(ascii: "t"))
                appendNumber(UInt32(text.utf8.count), to: &bytes)
                bytes += text.utf8
            case .blob(let blob):
                bytes.append(UInt8(ascii: "b"))
                appendNumber(UInt32(blob.count), to: &bytes)
                bytes += blob
            }
        }
    }

    static func appendNumber(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }

    /// - Throws: `StorageError.unreadableDump`.
    static func values(from bytes: [UInt8]) throws -> [SQLValue] {
        var rest = bytes[...]
        let count = Int(try number(from: &rest, as: UInt32.self))
        guard count <= rest.count else { throw StorageError.unreadableDump("a row is cut off") }
        let values = try (0..<count).map { _ in try value(from: &rest) }
        guard rest.isEmpty else { throw StorageError.unreadableDump("a row is too long") }
        return values
    }

    private static func value(from rest: inout ArraySlice<UInt8>) throws -> SQLValue {
        switch rest.popFirst() {
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "i"): return .integer(Int64(bitPattern: try number(from: &rest, as: UInt64.self)))
        case UInt8(ascii: "r"): return .real(Double(bitPattern: try number(from: &rest, as: UInt64.self)))
        case UInt8(ascii: "t"):
            guard let text = String(validating: try string(from: &rest), as: UTF8.self) else {
                throw StorageError.unreadableDump("a text is not UTF-8")
            }
            return .text(text)
        case UInt8(ascii: "b"): return .blob(Array(try string(from: &rest)))
        default: throw StorageError.unreadableDump("a value of no known kind")
        }
    }

    private static func string(from rest: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        let count = Int(try number(from: &rest, as: UInt32.self))
        guard count <= rest.count else { throw StorageError.unreadableDump("a value is cut off") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private static func number<Number: FixedWidthInteger>(
        from rest: inout ArraySlice<UInt8>, as type: Number.Type
    ) throws -> Number {
        let size = MemoryLayout<Number>.size
        guard rest.count >= size else { throw StorageError.unreadableDump("a number is cut off") }
        defer { rest = rest.dropFirst(size) }
        return rest.prefix(size).reduce(0) { $0 << 8 | Number($1) }
    }
}
