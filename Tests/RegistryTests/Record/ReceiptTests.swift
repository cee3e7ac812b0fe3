import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Whoever performed an act holds its receipt, then and later; whoever sees the record matches it.
@Suite struct ReceiptTests {
    private static let fields: [String: JSONValue] = [
        "title": "A slip of the tongue", "kind": "letter", "issuedOn": "2024-03-01",
    ]

    @Test(arguments: Engine.allCases)
    func `the receipt of an act can be had again by whoever performed it, and by nobody else`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let done = try await world.perform("record-document", Self.fields, by: "expert")
            _ = try await world.document("Another")
            let entry = EntryID(done.entry)
            let again = try await world.registry.receipt(of: entry, for: world.viewer("expert"))
            #expect(again?.canonicalBytes == done.json["receipt"]?.canonicalBytes)
            #expect(again?.canonicalString.contains("index") == false)
            for key in TestWorld.everyone where key != "expert" {
                #expect(try await world.registry.receipt(of: entry, for: world.viewer(key)) == nil, "\(key)")
            }
            #expect(try await world.registry.receipt(of: entry, for: .public) == nil)
            #expect(
                try await world.registry.receipt(of: EntryID("none-such"), for: world.viewer("expert")) == nil
            )
            let adopted = try #require(
                try await world.rows("SELECT id FROM entry WHERE entry_index = 0").first)
            let console = Viewer(person: "", capacity: .administrator)
            #expect(try await world.registry.receipt(of: adopted.get("id"), for: console) == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `after an erasure the receipt still signs the leaf, and opens no fields`(engine: Engine) async throws
    {
        try await TestWorld.with(engine, mandate: false) { world in
            let done = try await world.perform("record-document", Self.fields, by: "expert")
            let first = try #require(done.json["receipt"])
            try await world.erase(done.entry)
            let later = try #require(
                try await world.registry.receipt(of: EntryID(done.entry), for: world.viewer("expert")))
            let key = world.registry.signingKey.verifyingKey
            let receipt = try Receipt(verifying: later, with: key)
            #expect(Set(receipt.openings.keys) == ["who", "act", "objects"])
            #expect(!later.canonicalString.contains("slip") && first.canonicalString.contains("slip"))
            #expect(later["leaf"] == first["leaf"])
            // One from before the erasure still opens what its holder sent.
            for (json, fields) in [(later, ReceiptCheck.Opened.absent), (first, .matches)] {
                let match = try await world.match(json)
                #expect(match.check.verdict == .holds && match.check.openings["fields"] == fields)
            }
            let both = try await world.secondVerifier(receipts: [first, later])
            #expect(both.status == 0, "\(both.text)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a receipt is matched with its entry, and its proof is one to a stranger`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            var random = SeededRandom(seed: 4)
            let done = try await world.perform("record-document", Self.fields, by: "committee-secretary")
            let index = try await world.registry.extent().entries - 1
            try await world.live(&random, acts: 12)
            let size = try await world.registry.extent().entries
            let receipt = try #require(done.json["receipt"])
            let match = try await world.match(receipt)
            #expect(match.check.verdict == .holds)
            #expect(match.check.leaf == .inLog(index: index, size: size))
            let proof = try #require(match.proof)
            #expect(throws: Never.self) {
                try EntryProof(verifying: proof, with: world.registry.signingKey.verifyingKey)
            }
            #expect(match.json["index"] == .integer(Int64(index)) && match.json["verdict"] == "holds")
            let verdict = try await world.secondVerifier(receipts: [receipt], proofs: [proof])
            #expect(verdict.status == 0, "\(verdict.text)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an altered receipt holds for neither verifier`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let done = try await world.perform("record-document", Self.fields, by: "expert")
            let other = try await world.perform("record-document", Self.fields, by: "expert")
            let text = try #require(done.json["receipt"]).canonicalString
            let leaf = try #require(other.json["receipt"]?["leaf"]?.string)
            let own = try #require(done.json["receipt"]?["leaf"]?.string)
            let alterations = [
                ("slip", "lapse"), (done.entry, other.entry),
                ("\"kind\":\"record-document\"", "\"kind\":\"x\""),
                (own, leaf), ("\"capacity\":\"expert\"", "\"capacity\":\"head\""),
                ("tests.example", "other.example"),
            ]
            for (old, new) in alterations {
                let altered = try JSONValue(parsing: text.replacing(old, with: new))
                #expect(try await world.match(altered).check.verdict == .notOurs, "\(old)")
                for usesLog in [true, false] {
                    let second = try await world.secondVerifier(receipts: [altered], usesLog: usesLog)
                    #expect(second.status == 1 && !second.text.contains("Traceback"), "\(second.text)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record that was altered is contradicted by the receipts that it gave`(engine: Engine) async throws
    {
        try await TestWorld.with(engine, mandate: false) { world in
            let done = try await world.perform("record-document", Self.fields, by: "expert")
            let receipt = try #require(done.json["receipt"])
            #expect(try await world.match(receipt).check.verdict == .holds)
            let its = "WHERE id = '\(done.entry)'"
            #expect(try await world.tamper("UPDATE record_entry SET id = 'other' \(its)") == 1)
            // Found by its leaf: what stands there is still what was signed.
            #expect(try await world.match(receipt).check.verdict == .holds)
            let empty = world.database.engine == .sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')"
            #expect(
                try await world.tamper("UPDATE record_entry SET leaf_hash = \(empty) WHERE id = 'other'") == 1
            )
            let match = try await world.match(receipt)
            #expect(match.check.verdict == .contradicted && match.check.signature == .ours)
            #expect(match.check.leaf == .missing && match.proof == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `no receipt is signed for what was not entered`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let done = try await world.perform("record-document", Self.fields, by: "expert")
            let entry = EntryID(done.entry)
            let last = try await world.registry.extent().entries - 1
            let payload = world.database.engine == .sqlite ? "x'7b7d'" : "decode('7b7d', 'hex')"
            let changed = try await world.tamper(
                "UPDATE record_opening SET payload = \(payload) WHERE entry_index = \(last) AND part = 'fields'"
            )
            #expect(changed == 1)
            await #expect(throws: RecordFault.self) {
                try await world.registry.receipt(of: entry, for: world.viewer("expert"))
            }
        }
    }
}
