/// A strict reader of JSON (RFC 8259, narrowed to what RFC 8785 can write back without loss).
///
/// Refused beyond the RFC's grammar: duplicate keys, lone surrogates, whole numbers that a double would round,
/// numbers beyond the doubles, nesting deeper than `maximumDepth`, bytes after the value.
struct JSONParser {
    static let maximumDepth = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(JSONParseError) -> JSONValue {
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error(.trailingBytes) }
        return value
    }

    private mutating func value() throws(JSONParseError) -> JSONValue {
        guard position < bytes.count else { throw error(.endsEarly) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func object() throws(JSONParseError) -> JSONValue {
        try open()
        var members: [String: JSONValue] = [:]
        if try closes(UInt8(ascii: "}")) { return .object(members) }
        while true {
            let start = position
            guard position < bytes.count else { throw error(.endsEarly) }
            guard bytes[position] == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
            let key = try string()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            let value = try value()
            guard members.updateValue(value, forKey: key) == nil else {
                throw error(.duplicateKey, at: start)
            }
            if try closesOrContinues(UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array() throws(JSONParseError) -> JSONValue {
        try open()
        var elements: [JSONValue] = []
        if try closes(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value())
            if try closesOrContinues(UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func open() throws(JSONParseError) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw error(.tooDeep) }
        position += 1
        skipSpace()
    }

    private mutating func closes(_ bracket: UInt8) throws(JSONParseError) -> Bool {
        guard position < bytes.count else { throw error(.endsEarly) }
        guard bytes[position] == bracket else { return false }
        position += 1
        depth -= 1
        return true
    }

    private mutating func closesOrContinues(_ bracket: UInt8) throws(JSONParseError) -> Bool {
        skipSpace()
        if try closes(bracket) { return true }
        try expect(UInt8(ascii: ","))
        skipSpace()
        return false
    }

    private mutating func expect(_ byte: UInt8) throws(JSONParseError) {
        guard position < bytes.count else { throw error(.endsEarly) }
        guard bytes[position] == byte else { throw error(.unexpectedByte) }
        position += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONParseError) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
        return value
    }

    private mutating func string() throws(JSONParseError) -> String {
        var scanner = JSONStringScanner(bytes: bytes, position: position)
        switch scanner.scan() {
        case .success(let text):
            position = scanner.position
            return text
        case .failure(let fault):
            throw error(fault.fault, at: fault.position)
        }
    }

    private mutating func number() throws(JSONParseError) -> JSONValue {
        var scanner = JSONNumberScanner(bytes: bytes, position: position)
        let start = position
        switch scanner.scan() {
        case .success(let value):
            position = scanner.position
            return value
        case .failure(let fault):
            throw error(fault.fault, at: fault.fault == .endsEarly ? fault.position : start)
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0a, 0x0d: position += 1
            default: return
            }
        }
    }

    private func error(_ fault: JSONParseError.Fault) -> JSONParseError { error(fault, at: position) }

    private func error(_ fault: JSONParseError.Fault, at place: Int) -> JSONParseError {
        var line = 1
        var lineStart = 0
        for index in 0..<min(place, bytes.count) where bytes[index] == 0x0a {
            line += 1
            lineStart = index + 1
        }
        return JSONParseError(line: line, column: place - lineStart + 1, fault: fault)
    }
}

/// A fault found by one of the scanners, with the byte at which it lies.
struct JSONScanFault: Error {
    let fault: JSONParseError.Fault
    let position: Int
}
