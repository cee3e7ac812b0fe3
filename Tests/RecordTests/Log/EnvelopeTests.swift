import Record
import Testing

@Suite struct EnvelopeTests {
    static let envelope = Envelope(
        id: "a\"b", index: 12, at: Instant(microseconds: 1_795_485_458_123_456),
        pack: SHA256.hash([UInt8(1)]).hex, who: SHA256.hash([UInt8(2)]), act: SHA256.hash([UInt8(3)]),
        objects: SHA256.hash([UInt8(4)]), fields: SHA256.hash([UInt8(5)]))

    @Test func `an envelope's bytes are canonical and read back`() throws {
        let bytes = Self.envelope.canonicalBytes
        let value = try JSONValue(parsing: bytes)
        #expect(value.canonicalBytes == bytes)
        #expect(value.object?.count == 9 && value["format"] == "stocktake/1")
        #expect(try Envelope(parsing: bytes) == Self.envelope)
    }

    @Test func `members that are missing, surplus or of another form are refused`() throws {
        guard case .object(let members) = try JSONValue(parsing: Self.envelope.canonicalBytes) else { return }
        let bad: [String: JSONValue] = [
            "act": "AB", "at": "2026-11-24", "fields": 1, "format": "stocktake/2", "id": nil, "index": -1,
            "objects": "", "pack": "abc", "who": [],
        ]
        for (name, value) in bad {
            for replacement in [value, nil] {
                var changed = members
                changed[name] = replacement
                #expect(throws: EnvelopeFault.member(name)) {
                    try Envelope(parsing: JSONValue.object(changed).canonicalBytes)
                }
            }
        }
        var surplus = members
        surplus["more"] = 1
        #expect(throws: EnvelopeFault.notCanonical) {
            try Envelope(parsing: JSONValue.object(surplus).canonicalBytes)
        }
        #expect(throws: EnvelopeFault.notCanonical) {
            try Envelope(parsing: Self.envelope.canonicalBytes + [0x20])
        }
    }

    /// Computed with another program's SHA-256.
    @Test func `a commitment is the hash of 02, salt and canonical value`() {
        let salt = Array(UInt8(0)..<32)
        let commitment = Commitment.commit(salt: salt, value: ["a": 1])
        #expect(commitment.hex == "5650adfed4e5522e37f8f6b7c108e347a8d47438eabe75a8a87e957b50ef07ca")
        #expect(Commitment.isOpened(commitment, salt: salt, canonicalBytes: Array(#"{"a":1}"#.utf8)))
        #expect(!Commitment.isOpened(commitment, salt: salt, canonicalBytes: Array(#"{"a":2}"#.utf8)))
        #expect(
            !Commitment.isOpened(commitment, salt: salt.reversed(), canonicalBytes: Array(#"{"a":1}"#.utf8)))
        // The same bytes cut elsewhere.
        #expect(!Commitment.isOpened(commitment, salt: salt + [0x7b], canonicalBytes: Array(#""a":1}"#.utf8)))
    }
}
