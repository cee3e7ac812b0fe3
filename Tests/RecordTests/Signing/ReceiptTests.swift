import Record
import Testing

@Suite struct ReceiptTests {
    let key: SigningKey
    let receipt: Receipt

    init() throws {
        key = try SigningKey(name: "registry.example/record", seed: Array(UInt8(0)..<32))
        receipt = Receipt(
            entry: "abc", at: Instant(microseconds: 1), kind: "confirm-duty",
            leafHash: SHA256.hash([UInt8(1)]),
            openings: [
                "who": Opening(salt: Array(UInt8(2)..<34), value: ["person": "p"]),
                "objects": Opening(salt: Array(UInt8(3)..<35), value: []),
                "act": Opening(salt: Array(UInt8(0)..<32), value: ["kind": "confirm-duty"]),
                "fields": Opening(salt: Array(UInt8(1)..<33), value: ["text": "é", "n": 0.5, "none": nil]),
            ])
    }

    @Test func `a receipt verifies, also after being written and read`() throws {
        let json = receipt.signed(by: key)
        #expect(try Receipt(verifying: json, with: key.verifyingKey) == receipt)
        #expect(
            try Receipt(verifying: JSONValue(parsing: json.prettyString), with: key.verifyingKey) == receipt)
    }

    @Test func `a receipt shows no index and no size of the log`() {
        let text = receipt.signed(by: key).canonicalString
        #expect(!text.contains("index") && !text.contains("size"))
    }

    @Test func `no member can be altered, removed or added`() throws {
        guard case .object(let members) = receipt.signed(by: key) else { return }
        for name in members.keys {
            for replacement in [nil, "x", 1, [:]] as [JSONValue?] {
                var altered = members
                altered[name] = replacement
                #expect(throws: ReceiptFault.self) {
                    try Receipt(verifying: .object(altered), with: key.verifyingKey)
                }
            }
        }
        var surplus = members
        surplus["note"] = "more"
        #expect(throws: ReceiptFault.badForm) {
            try Receipt(verifying: .object(surplus), with: key.verifyingKey)
        }
        let other = try SigningKey(name: key.name, seed: [UInt8](repeating: 1, count: 32))
        #expect(throws: ReceiptFault.badSignature) {
            try Receipt(verifying: .object(members), with: other.verifyingKey)
        }
    }

    @Test func `a receipt without its fields is one, without anything else none`() throws {
        for part in Envelope.parts {
            var openings = receipt.openings
            openings[part] = nil
            let less = Receipt(
                entry: "abc", at: receipt.at, kind: receipt.kind, leafHash: receipt.leafHash,
                openings: openings)
            let json = less.signed(by: key)
            if part == "fields" {
                #expect(try Receipt(verifying: json, with: key.verifyingKey) == less)
            } else {
                #expect(throws: ReceiptFault.badForm, "\(part)") {
                    try Receipt(verifying: json, with: key.verifyingKey)
                }
            }
        }
    }

    @Test func `an opened value cannot be changed`() throws {
        let text = receipt.signed(by: key).canonicalString
        let altered = try JSONValue(parsing: text.replacing("\"n\":0.5", with: "\"n\":0.6"))
        #expect(altered != receipt.signed(by: key))
        #expect(throws: ReceiptFault.badSignature) { try Receipt(verifying: altered, with: key.verifyingKey) }
    }
}
