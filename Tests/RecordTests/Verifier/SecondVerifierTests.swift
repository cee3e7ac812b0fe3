import Foundation
import Record
import Testing

/// docs/record-format.md is exact if a program written from it alone agrees with ours.
@Suite struct SecondVerifierTests {
    @Test(arguments: [0, 1, 2, 7, 8, 23])
    func `the second verifier agrees with a sound log`(entries: Int) throws {
        let log = try SampleLog(seed: UInt64(entries), entries: entries)
        let verdict = try SecondVerifier.run([("--dump", log.dump)], key: log.key.verifyingKey)
        let hex = log.frontier.root.hex
        #expect(verdict.text.hasPrefix("verified \(entries) acts, "))
        #expect(verdict.text.contains("root \(hex.prefix(4))…\(hex.suffix(4))"))
        #expect(verdict.status == 0)
    }

    /// What somebody does to the rows of a log of 23 entries, and a word of the fault that must be found.
    enum Tampering: String, CaseIterable {
        case entryRemoved = "is missing"
        case envelopeAltered = "leaf hash"
        case timeInRow = "at of the row"
        case valueAltered = "does not open its commitment"
        case saltAltered = "fields does not open"
        case openingRemoved = "its openings are"
        case erasedQuietly = "no later act erased them"
        case actErased = "only fields may be erased"
        case nodeAltered = "has another hash"
        case nodeRemoved = "node 1/2 is missing"
        case headShortened = "the head says"
        case checkpointAltered = "is not signed by this key"
        case checkpointOfAnotherLog = "its root is not that"
        case packFileAltered = "is not that of its hash"
        case unknownTable = "no row of a table"
        case wrongType = "of the wrong type"
    }

    @Test(arguments: Tampering.allCases)
    func `the second verifier finds what was tampered with`(tampering: Tampering) throws {
        var log = try SampleLog(seed: 5, entries: 23)
        try tamper(&log, tampering)
        let verdict = try SecondVerifier.run([("--dump", log.dump)], key: log.key.verifyingKey)
        #expect(verdict.status == 1)
        #expect(verdict.text.contains(tampering.rawValue), "\(verdict.text)")
        #expect(!verdict.text.contains("Traceback"))
    }

    @Test func `a log cut short is known by a checkpoint kept outside`() throws {
        let short = try SampleLog(seed: 5, entries: 2)
        let note = Checkpoint(origin: short.key.name, size: 3, root: short.frontier.root).signed(
            by: short.key)
        let verdict = try SecondVerifier.run(
            [("--dump", short.dump), ("--checkpoint", note)], key: short.key.verifyingKey)
        #expect(verdict.status == 1 && verdict.text.contains("it was cut"))
    }

    @Test func `receipts and proofs hold by themselves and against the log`() throws {
        let log = try SampleLog(seed: 6, entries: 23)
        let receipt = log.receipts[9].signed(by: log.key).prettyString
        let proof = try log.proof(of: 9)
        #expect(throws: Never.self) { try EntryProof(verifying: proof, with: log.key.verifyingKey) }
        let own = [("--receipt", receipt), ("--proof", proof.prettyString)]
        #expect(try SecondVerifier.run(own, key: log.key.verifyingKey).status == 0)
        #expect(try SecondVerifier.run(own + [("--dump", log.dump)], key: log.key.verifyingKey).status == 0)
        let other = try SampleLog(seed: 7, entries: 23)
        #expect(try SecondVerifier.run(own, key: other.key.verifyingKey).status == 1)
        #expect(try SecondVerifier.run(own + [("--dump", other.dump)], key: nil).status == 1)
        let altered = receipt.replacing("propose-duty", with: "withdraw-duty")
        #expect(try SecondVerifier.run([("--receipt", altered)], key: log.key.verifyingKey).status == 1)
    }

    @Test(arguments: ["hashes", "envelope", "index", "leafHash", "checkpoint", "openings"])
    func `an altered proof holds for neither verifier`(member: String) throws {
        let log = try SampleLog(seed: 6, entries: 23)
        let other = try SampleLog(seed: 8, entries: 23)
        guard case .object(var members) = try log.proof(of: 9) else { return }
        members[member] = try other.proof(of: 10)[member]
        let altered = JSONValue.object(members)
        #expect(throws: (any Error).self) { try EntryProof(verifying: altered, with: log.key.verifyingKey) }
        let verdict = try SecondVerifier.run(
            [("--proof", altered.canonicalString)], key: log.key.verifyingKey)
        #expect(verdict.status == 1 && !verdict.text.contains("Traceback"))
    }

    private func tamper(_ log: inout SampleLog, _ tampering: Tampering) throws {
        func place(_ table: JSONValue, where isWanted: (SampleLog.Row) -> Bool) throws -> Int {
            try #require(log.rows.firstIndex { $0["table"] == table && isWanted($0) })
        }
        func flip(_ column: String, _ place: Int) {
            var data = bytes(ofBlob: log.rows[place][column])
            data[data.count / 2] ^= 1
            log.rows[place][column] = blob(data)
        }
        let entry = try place("record_entry") { $0["entry_index"] == 8 }
        let fields = try place("record_opening") { $0["entry_index"] == 8 && $0["part"] == "fields" }
        switch tampering {
        case .entryRemoved: log.rows.remove(at: entry)
        case .envelopeAltered: flip("envelope", entry)
        case .timeInRow: log.rows[entry]["at"] = "2027-01-01T00:00:00.000000Z"
        case .valueAltered:
            log.rows[fields]["payload"] = blob(JSONValue.object(["value": "x"]).canonicalBytes)
        case .saltAltered: flip("salt", fields)
        case .openingRemoved: log.rows.remove(at: fields)
        case .erasedQuietly, .actErased:
            let part: JSONValue = tampering == .actErased ? "act" : "fields"
            let opening = try place("record_opening") { $0["entry_index"] == 8 && $0["part"] == part }
            log.rows[opening]["salt"] = JSONValue.null
            log.rows[opening]["payload"] = JSONValue.null
        case .nodeAltered: flip("hash", try place("record_node") { _ in true })
        case .nodeRemoved:
            log.rows.remove(at: try place("record_node") { $0["level"] == 1 && $0["position"] == 2 })
        case .headShortened: log.rows[try place("record_head") { _ in true }]["size"] = 22
        case .checkpointAltered:
            let checkpoint = try place("record_checkpoint") { _ in true }
            let note = log.rows[checkpoint]["note"]?.string ?? ""
            log.rows[checkpoint]["note"] = .string(note.replacing("\n4\n", with: "\n5\n"))
        case .checkpointOfAnotherLog:
            let note = Checkpoint(origin: log.key.name, size: 4, root: log.frontier.root).signed(by: log.key)
            log.rows[try place("record_checkpoint") { $0["size"] == 4 }]["note"] = .string(note)
        case .packFileAltered: flip("bytes", try place("pack_file") { _ in true })
        case .unknownTable: log.rows.append(["table": "other"])
        case .wrongType: log.rows[entry]["entry_index"] = "8"
        }
    }
}
