import CPQ

/// Values on their way to and from libpq: parameters in binary form, results in text form.
enum PostgreSQLValues {
    private enum TypeID {
        static let bool: Oid = 16, bytea: Oid = 17, int8: Oid = 20, int2: Oid = 21, int4: Oid = 23
        static let text: Oid = 25, oid: Oid = 26, float4: Oid = 700, float8: Oid = 701, numeric: Oid = 1700
        static let unspecified: Oid = 0
    }

    struct Parameters {
        let values: [UnsafePointer<CChar>?]
        let lengths: [Int32]
        let formats: [Int32]
    }

    /// Said outright, so that a statement means the same with any value: `:a + :b` counts, `:a || :b` joins.
    static func type(_ parameter: (value: SQLValue, type: SQLType)) -> Oid {
        switch parameter.value {
        case .integer: return TypeID.int8
        case .real: return TypeID.float8
        case .text: return TypeID.text
        case .blob: return TypeID.bytea
        case .null: break
        }
        switch parameter.type {
        case .integer: return TypeID.int8
        case .real: return TypeID.float8
        case .text: return TypeID.text
        case .blob: return TypeID.bytea
        case .unspecified: return TypeID.unspecified
        }
    }

    static func withParameters<Result>(_ values: [SQLValue], _ body: (Parameters) -> Result) -> Result {
        // One byte more than needed, so that an empty value still has an address and is not taken for NULL.
        var bytes: [UInt8] = []
        var ranges: [Range<Int>?] = []
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): ValueEncoding.appendNumber(UInt64(bitPattern: number), to: &bytes)
            case .real(let number): ValueEncoding.appendNumber(number.bitPattern, to: &bytes)
            case .text(let text): bytes += text.utf8
            case .blob(let blob): bytes += blob
            }
            ranges.append(value == .null ? nil : start..<bytes.count)
        }
        bytes.append(0)
        return bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return body(
                Parameters(
                    values: ranges.map { range in range.flatMap { base?.advanced(by: $0.lowerBound) } },
                    lengths: ranges.map { Int32($0?.count ?? 0) },
                    formats: ranges.map { _ in 1 }))
        }
    }

    static func value(_ bytes: UnsafeRawBufferPointer, _ type: Oid) -> SQLValue {
        switch type {
        case TypeID.int8, TypeID.int4, TypeID.int2, TypeID.oid:
            return .integer(integer(bytes) ?? 0)
        case TypeID.bool:
            return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case TypeID.float8, TypeID.float4:
            return .real(Double(String(decoding: bytes, as: UTF8.self)) ?? 0)
        case TypeID.numeric:
            // sum() over integers: whole on SQLite, a numeric here.
            if let whole = integer(bytes) { return .integer(whole) }
            return .real(Double(String(decoding: bytes, as: UTF8.self)) ?? 0)
        case TypeID.bytea:
            return .blob(unhexed(bytes))
        default:
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        Int64(String(decoding: bytes, as: UTF8.self))
    }

    /// `\x00ff`.
    private static func unhexed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        stride(from: 2, to: bytes.count - 1, by: 2).map { digit(bytes[$0]) << 4 | digit(bytes[$0 + 1]) }
    }

    private static func digit(_ byte: UInt8) -> UInt8 {
        byte < UInt8(ascii: "a") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
    }
}
