/// Why a text is not the strict JSON that Stocktake reads, where, and what to do.
public struct JSONParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong; the raw value is a stable code.
    public enum Fault: String, Hashable, Sendable {
        case tooLong = "too-long"
        case tooDeep = "too-deep"
        case endsEarly = "ends-early"
        case trailingBytes = "trailing-bytes"
        case unexpectedByte = "unexpected-byte"
        case duplicateKey = "duplicate-key"
        case notUTF8 = "not-utf-8"
        case loneSurrogate = "lone-surrogate"
        case badEscape = "bad-escape"
        case controlCharacter = "control-character"
        case badNumber = "bad-number"
        case numberLosesPrecision = "number-loses-precision"
        case numberOutOfRange = "number-out-of-range"
    }

    /// Counted from 1.
    public let line: Int
    /// Bytes of the line, counted from 1.
    public let column: Int
    public let fault: Fault

    public init(line: Int, column: Int, fault: Fault) {
        self.line = line
        self.column = column
        self.fault = fault
    }

    /// One clause of what is wrong.
    public var what: String {
        switch fault {
        case .tooLong: "the text is longer than is taken here"
        case .tooDeep: "arrays and objects lie too deep in one another"
        case .endsEarly: "the text ends in the middle of a value"
        case .trailingBytes: "something follows after the end of the value"
        case .unexpectedByte: "this character cannot stand here"
        case .duplicateKey: "the object has two members of this name"
        case .notUTF8: "the text is not UTF-8"
        case .loneSurrogate: "half of a surrogate pair stands alone"
        case .badEscape: "this is no escape sequence"
        case .controlCharacter: "a control character stands unescaped in a string"
        case .badNumber: "this is no JSON number"
        case .numberLosesPrecision: "the whole number is too large to be kept exactly"
        case .numberOutOfRange: "the number is too large for a double"
        }
    }

    /// One clause of what to do about it.
    public var whatToDo: String {
        switch fault {
        case .tooLong: "send less at a time"
        case .tooDeep: "use fewer levels (at most \(JSONParser.maximumDepth))"
        case .endsEarly: "send the whole text; look for a missing bracket or quotation mark"
        case .trailingBytes: "send one value only"
        case .unexpectedByte: "look for a missing or surplus comma, colon, bracket or quotation mark"
        case .duplicateKey: "keep one of them"
        case .notUTF8: "encode the text as UTF-8"
        case .loneSurrogate: "write both halves of the pair, or the character itself"
        case .badEscape: "use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits"
        case .controlCharacter: "escape it, e.g. as \\n or \\u0000"
        case .badNumber: "write it as in 0, -12, 3.5 or 1e9"
        case .numberLosesPrecision: "write it as a string"
        case .numberOutOfRange: "write it as a string, or a smaller number"
        }
    }

    public var description: String { "line \(line), column \(column): \(what); \(whatToDo)" }
}
