import Record
import Testing

@Suite struct CanonicalJSONTests {
    /// The object of RFC 8785 section 3.2.3.
    @Test func `members stand in the order of their names' UTF-16 code units`() throws {
        let value = try JSONValue(
            parsing: #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#)
        #expect(
            value.canonicalString
                == "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}"
        )
    }

    @Test(arguments: Seeds.standard)
    func `any two names are ordered as their UTF-16 code units are`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let names = [random.text() + "a", random.text()]
            guard names[0] != names[1] else { continue }
            let expected = names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            let written = JSONValue.object([names[0]: 1, names[1]: 1]).canonicalString
            #expect(written.hasPrefix("{" + JSONValue.string(expected[0]).canonicalString + ":"))
        }
    }

    /// The values of RFC 8785 section 3.2.2.
    @Test func `the sample of the standard comes out as printed there`() throws {
        let value = try JSONValue(
            parsing: #"""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                  "literals": [null, true, false]
                }
                """#)
        #expect(
            value.canonicalString
                == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
                + "\"string\":\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}")
    }

    @Test(arguments: Seeds.standard)
    func `what is read back from canonical bytes is equal and gives the same bytes`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let value = random.json()
            let bytes = value.canonicalBytes
            let again = try JSONValue(parsing: bytes)
            #expect(again == value)
            #expect(again.canonicalBytes == bytes)
            #expect(try JSONValue(parsing: value.prettyString).canonicalBytes == bytes)
        }
    }

    @Test func `the form for people has a member per line`() {
        let value: JSONValue = ["b": [1, "x"], "a": [:], "c": []]
        #expect(value.prettyString == "{\n  \"a\": {},\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"c\": []\n}")
    }
}
