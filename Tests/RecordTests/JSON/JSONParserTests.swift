import Record
import Testing

@Suite struct JSONParserTests {
    @Test(
        arguments: [
            (#"{"a":1,"a":2}"#, .duplicateKey, 8), (#"{"a":1,"\u0061":2}"#, .duplicateKey, 8),
            ("", .endsEarly, 1), ("[1,", .endsEarly, 4), (#"{"a""#, .endsEarly, 5), (#""ab"#, .endsEarly, 4),
            ("tru", .endsEarly, 4), ("1 2", .trailingBytes, 3), ("[1]]", .trailingBytes, 4),
            ("[1,]", .unexpectedByte, 4), ("{a:1}", .unexpectedByte, 2), (#"{"a":1,}"#, .unexpectedByte, 8),
            ("'a'", .unexpectedByte, 1), ("NaN", .unexpectedByte, 1), ("\u{feff}1", .unexpectedByte, 1),
            (#""\x""#, .badEscape, 2), (#""\u12g4""#, .badEscape, 2), (#""\ud800""#, .loneSurrogate, 2),
            (#""\udc00""#, .loneSurrogate, 2), (#""\ud800\u0041""#, .loneSurrogate, 2),
            ("\"a\nb\"", .controlCharacter, 3), ("01", .badNumber, 1), ("-", .badNumber, 1),
            ("1.", .badNumber, 1),
            (".5", .unexpectedByte, 1), ("1e", .badNumber, 1), ("+1", .unexpectedByte, 1),
            ("1e999", .numberOutOfRange, 1), ("9007199254740993", .numberLosesPrecision, 1),
            ("-9007199254740993", .numberLosesPrecision, 1),
            ("12345678901234567890", .numberLosesPrecision, 1),
        ] as [(String, JSONParseError.Fault, Int)])
    func `what is not strict JSON is refused with its place`(
        text: String, fault: JSONParseError.Fault, column: Int
    ) {
        #expect(throws: JSONParseError(line: 1, column: column, fault: fault)) {
            try JSONValue(parsing: text)
        }
    }

    @Test func `the line is counted, and the message says what to do`() {
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: "{\n  \"a\": 1,\n  b\n}") }
        #expect(
            error?.description
                == "line 3, column 3: this character cannot stand here; look for a missing or surplus comma, "
                + "colon, bracket or quotation mark")
    }

    @Test(
        arguments: [[0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]] as [[UInt8]]
    )
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONParseError(line: 1, column: 2, fault: .notUTF8)) { try JSONValue(parsing: bytes) }
    }

    @Test func `sixty-four levels are read, sixty-five are not`() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        _ = try JSONValue(parsing: nested(64))
        #expect(throws: JSONParseError(line: 1, column: 65, fault: .tooDeep)) {
            try JSONValue(parsing: nested(65))
        }
    }

    @Test func `a text longer than allowed is refused unread`() {
        #expect(throws: JSONParseError(line: 1, column: 1, fault: .tooLong)) {
            try JSONValue(parsing: "[1, 2, 3]", maximumBytes: 8)
        }
    }

    @Test(
        arguments: [
            ("1.0", 1), ("-0", 0), ("1e3", 1000), ("-12.50e1", -125),
            ("9007199254740991", 9_007_199_254_740_991),
        ] as [(String, Int64)])
    func `a whole number is an integer however it is written`(text: String, value: Int64) throws {
        #expect(try JSONValue(parsing: text) == .integer(value))
    }

    @Test func `digits beyond the integers are read only where they are a double's own`() throws {
        #expect(try JSONValue(parsing: "100000000000000000000") == .number(1e20))
        #expect(try JSONValue(parsing: "9007199254740992") == .number(9_007_199_254_740_992))
    }

    @Test(arguments: Seeds.standard)
    func `damaged texts are refused or read, never worse, and what is read is written back`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("{}[]\",:\\u0d8e-+.1tfn \n".utf8)
        for _ in 0..<1500 {
            var bytes = random.json().canonicalBytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte =
                    Bool.random(using: &random) ? random.bytes(1)[0] : alphabet.randomElement(using: &random)
                if Bool.random(using: &random), place < bytes.count {
                    bytes[place] = byte ?? 0
                } else {
                    bytes.insert(byte ?? 0, at: place)
                }
            }
            do throws(JSONParseError) {
                let value = try JSONValue(parsing: bytes)
                #expect((try? JSONValue(parsing: value.canonicalBytes)) == value)
            } catch {
                #expect(error.line >= 1 && error.column >= 1 && error.column <= bytes.count + 1)
            }
        }
    }

    @Test func `members, elements and values are found by what they are`() throws {
        let value: JSONValue = ["text": "x", "count": 3, "share": 0.5, "list": [true, nil]]
        #expect(value["text"]?.string == "x" && value["count"]?.int == 3 && value["share"]?.double == 0.5)
        #expect(value["list"]?[0]?.bool == true && value["list"]?[1]?.isNull == true)
        #expect(value["none"] == nil && value["text"]?.int == nil && value["list"]?[2] == nil)
    }
}
