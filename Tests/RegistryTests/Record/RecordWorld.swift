import Foundation
import Record
import Storage
import Synchronization
import TestSupport

@testable import Registry

extension TestWorld {
    /// Performs a random stream of acts that people may perform; what is refused changes nothing.
    func live(_ random: inout SeededRandom, acts: Int) async throws {
        var duties: [String] = []
        var documents = [try await document()]
        for step in 0..<acts {
            clock.advance(seconds: Int64.random(in: -600...7_200, using: &random))
            let words = "Words \(step) 决定 \(UInt8.random(in: 0...255, using: &random))"
            let duty = duties.randomElement(using: &random) ?? ""
            let named: [String: JSONValue] = ["duty": .string(duty), "reason": .string(words)]
            let head = Bool.random(using: &random) ? "head" : "head-two"
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1:
                let kinds: [(String, String?)] = [
                    ("none", nil), ("recurring", "R/P1Y"), ("relative", "P6M from=x"),
                ]
                let (kind, limit) = kinds.randomElement(using: &random) ?? ("none", nil)
                duties.append(try await propose(TestWorld.duty(what: words, kind: kind, limit: limit)))
            case 2: _ = try await refusal(of: "confirm-duty", ["duty": .string(duty)], by: head)
            case 3:
                let fields = TestWorld.duty(what: words).merging(named) { $1 }
                _ = try await refusal(of: "correct-duty", fields, by: "expert-two")
            case 4: _ = try await refusal(of: "withdraw-duty", named, by: head)
            case 5: documents.append(try await document(words))
            case 6:
                let fields: [String: JSONValue] = [
                    "duty": .string(duty), "document": .string(documents.randomElement(using: &random) ?? ""),
                    "fulfilledOn": "2024-03-01",
                ]
                _ = try await refusal(of: "fulfil-duty", fields, by: "committee-secretary")
            case 7:
                let fields: [String: JSONValue] = [
                    "duty": .string(duty), "occurredOn": "2024-02-29", "about": .string(words),
                ]
                _ = try await refusal(of: "record-duty-event", fields, by: "chair")
                _ = try await refusal(of: "record-duty-event", fields, by: "expert")
            default: _ = try await registry.checkpoint()
            }
        }
    }

    /// Two persons of a room erase the fields of an entry: two heads, unless said.
    func erase(_ entry: String, room: (String, String) = ("head", "head-two")) async throws {
        let erasure = try await perform(
            "propose-erasure", ["entry": .string(entry), "reason": "Should not have been written"], by: room.0
        ).id("erasure")
        try await perform("erase-payload", ["erasure": .string(erasure)], by: room.1)
    }

    /// Changes the database behind the program's back.
    func tamper(_ sql: String) async throws -> Int {
        try await database.write { connection in
            if connection.engine == .sqlite { try connection.execute("PRAGMA defer_foreign_keys = ON") }
            return try connection.executeCounting(sql)
        }
    }

    /// Holds a receipt against the world's record.
    func match(_ receipt: JSONValue) async throws -> ReceiptMatch {
        try await registry.match(try HeldReceipt(parsing: receipt.canonicalBytes))
    }

    /// What `Tests/Verifier/verify_record.py` says of the database file.
    func secondVerifier() throws -> (status: Int32, text: String) {
        guard case .sqlite(let directory) = location else { return (0, "") }
        return try verify(["--sqlite", "\(directory)/stocktake.sqlite"])
    }

    /// The same of receipts and proofs, with the exported log of either engine beside them or without it.
    func secondVerifier(
        receipts: [JSONValue], proofs: [JSONValue] = [], usesLog: Bool = true
    ) async throws -> (status: Int32, text: String) {
        let dump = Mutex<[UInt8]>([])
        try await RecordDump(registry).write { line in dump.withLock { $0 += line } }
        return try await TestDatabase.withDirectory { place in
            func file(_ name: String, _ bytes: [UInt8]) throws -> String {
                let path = "\(place)/\(name)"
                try Data(bytes).write(to: URL(filePath: path))
                return path
            }
            var arguments = usesLog ? ["--dump", try file("dump", dump.withLock { $0 })] : []
            for (option, files) in [("--receipt", receipts), ("--proof", proofs)] {
                for (number, json) in files.enumerated() {
                    arguments += [option, try file("\(option)\(number)", json.canonicalBytes)]
                }
            }
            return try verify(arguments)
        }
    }

    private func verify(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", "\(TestPack.root)/Tests/Verifier/verify_record.py"] + arguments
            + ["--key", registry.signingKey.verifyingKey.description]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
