import Record
import Testing

/// What an auditor finds of a receipt, whatever was done to it.
@Suite struct ReceiptCheckTests {
    let log: SampleLog
    let receipt: JSONValue
    let proof: EntryProof

    init() throws {
        log = try SampleLog(seed: 6, entries: 23)
        receipt = log.receipts[9].signed(by: log.key)
        proof = try EntryProof(verifying: log.proof(of: 9), with: log.key.verifyingKey)
    }

    private func check(_ json: JSONValue, proof: EntryProof?) throws -> ReceiptCheck {
        ReceiptCheck(
            try HeldReceipt(parsing: json.canonicalBytes), key: log.key.verifyingKey, proof: proof)
    }

    @Test func `a receipt holds in all that it says`() throws {
        let check = try check(receipt, proof: proof)
        #expect(check.verdict == .holds)
        #expect(check.signature == .ours && check.statement == .agrees)
        #expect(
            check.openings == ["who": .matches, "act": .matches, "objects": .matches, "fields": .matches])
        #expect(check.leaf == .inLog(index: 9, size: 23))
    }

    /// What its holder, or somebody on the way, did to a receipt.
    enum Tampering: CaseIterable {
        case value, salt, openingRemoved, openingSwapped, kind, entry, at, leaf, log, signature, otherKey
    }

    @Test(arguments: Tampering.allCases)
    func `a receipt that was altered is not ours, and what was altered is named`(tampering: Tampering) throws
    {
        let found = try check(altered(by: tampering), proof: proof)
        #expect(found.verdict == .notOurs)
        let differs = Set(found.openings.filter { $0.value == .differs }.keys)
        switch tampering {
        case .value, .salt: #expect(differs == ["fields"])
        case .openingRemoved: #expect(differs == [] && found.openings["fields"] == .absent)
        case .openingSwapped: #expect(differs == ["who", "objects"])
        case .kind, .entry, .at: #expect(found.statement == .differs && differs == [])
        case .leaf: #expect(found.leaf == .otherLeaf)
        case .log: #expect(found.signature == .otherLog)
        case .signature, .otherKey:
            #expect(found.statement == .agrees && differs == [] && found.leaf == .inLog(index: 9, size: 23))
        }
        if tampering != .log { #expect(found.signature == .notOurs) }
    }

    private func altered(by tampering: Tampering) throws -> JSONValue {
        var members = try #require(receipt.object)
        var openings = try #require(members["openings"]?.object)
        let salt = try #require(openings["who"]?["salt"])
        switch tampering {
        case .value: openings["fields"] = ["salt": openings["fields"]?["salt"] ?? .null, "value": "other"]
        case .salt: openings["fields"] = ["salt": salt, "value": openings["fields"]?["value"] ?? .null]
        case .openingRemoved: openings["fields"] = nil
        case .openingSwapped: (openings["who"], openings["objects"]) = (openings["objects"], openings["who"])
        case .kind: members["kind"] = "withdraw-duty"
        case .entry: members["entry"] = "entry10"
        case .at: members["at"] = "2026-11-24T01:57:38.000000Z"
        case .leaf: members["leaf"] = .string(SHA256.hash([UInt8(1)]).hex)
        case .log: members["log"] = "another.example/record"
        case .signature: members["signature"] = log.receipts[8].signed(by: log.key)["signature"]
        case .otherKey:
            let other = try SigningKey(name: log.key.name, seed: [UInt8](repeating: 1, count: 32))
            return log.receipts[9].signed(by: other)
        }
        members["openings"] = .object(openings)
        return .object(members)
    }

    @Test func `a receipt that the key signed and the log denies is a contradiction`() throws {
        let missing = try check(receipt, proof: nil)
        #expect(missing.verdict == .contradicted && missing.signature == .ours && missing.leaf == .missing)
        #expect(Set(missing.openings.values) == [.unknown] && missing.statement == .unknown)
        let other = try EntryProof(verifying: log.proof(of: 10), with: log.key.verifyingKey)
        let elsewhere = try check(receipt, proof: other)
        #expect(elsewhere.verdict == .contradicted && elsewhere.leaf == .otherLeaf)
        #expect(elsewhere.statement == .differs && elsewhere.openings["fields"] == .differs)
        var openings = log.receipts[9].openings
        openings["fields"] = Opening(salt: [UInt8](repeating: 0, count: 32), value: "other")
        let forged = Receipt(
            entry: log.receipts[9].entry, at: log.receipts[9].at, kind: log.receipts[9].kind,
            leafHash: log.receipts[9].leafHash, openings: openings)
        let signed = try check(forged.signed(by: log.key), proof: proof)
        #expect(signed.verdict == .contradicted && signed.openings["fields"] == .differs)
    }

    @Test func `a leaf that no signed root is over is unproven`() throws {
        let other = try SigningKey(name: log.key.name, seed: [UInt8](repeating: 1, count: 32))
        let root = log.frontier.root
        let notes = [
            Checkpoint(origin: log.key.name, size: 23, root: root).signed(by: other),
            Checkpoint(origin: log.key.name, size: 9, root: root).signed(by: log.key), "no note",
        ]
        for note in notes {
            let bad = EntryProof(envelope: proof.envelope, inclusion: proof.inclusion, checkpoint: note)
            #expect(try check(receipt, proof: bad).leaf == .unproven)
        }
        let short = EntryProof(
            envelope: proof.envelope, inclusion: Array(proof.inclusion.dropLast()),
            checkpoint: proof.checkpoint)
        let found = try check(receipt, proof: short)
        #expect(found.leaf == .unproven && found.verdict == .contradicted)
    }

    @Test func `a receipt from after an erasure holds without its fields`() throws {
        var openings = log.receipts[3].openings
        openings["fields"] = nil
        let later = Receipt(
            entry: log.receipts[3].entry, at: log.receipts[3].at, kind: log.receipts[3].kind,
            leafHash: log.receipts[3].leafHash, openings: openings)
        let proof = try EntryProof(verifying: log.proof(of: 3), with: log.key.verifyingKey)
        let found = try check(later.signed(by: log.key), proof: proof)
        #expect(found.verdict == .holds && found.openings["fields"] == .absent)
    }

    @Test func `what is no receipt is said to be none`() throws {
        func fault(_ text: String) -> HeldReceiptFault? {
            do throws(HeldReceiptFault) {
                _ = try HeldReceipt(parsing: Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        for text in ["", "{", "receipt", receipt.canonicalString + "x"] {
            guard case .notJSON = fault(text) else {
                Issue.record("\(text) was taken for JSON")
                continue
            }
        }
        var less = try #require(receipt.object)
        less["signature"] = nil
        let otherPart = receipt.canonicalString.replacing("\"objects\":{", with: "\"index\":{")
        for text in ["[]", "null", "{}", JSONValue.object(less).canonicalString, otherPart] {
            #expect(fault(text) == .noReceipt, "\(text)")
        }
        #expect(fault(String(repeating: " ", count: HeldReceipt.mostBytes + 1)) == .tooLong)
        #expect(fault(receipt.prettyString + "\n") == nil)
    }
}
