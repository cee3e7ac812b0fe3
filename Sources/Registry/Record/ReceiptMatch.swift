import Record
import Storage

/// A receipt held against the log, with the proof of its leaf where there is one.
public struct ReceiptMatch: Sendable {
    public let check: ReceiptCheck
    /// As the receipt names it.
    public let entry: EntryID
    public let at: Instant
    public let kind: String
    /// As `record prove` prints it; nil unless the leaf is in the log.
    public let proof: JSONValue?

    /// `{"verdict", "signature", "statement", "openings", "leaf", "entry", "index", "size", "proof"}`.
    public var json: JSONValue {
        var members: [String: JSONValue] = [
            "verdict": .string(check.verdict.rawValue), "signature": .string(check.signature.rawValue),
            "statement": .string(check.statement.rawValue),
            "openings": .object(check.openings.mapValues { .string($0.rawValue) }),
            "leaf": .string(check.leaf.code), "entry": .string(entry.rawValue),
            "index": .null, "size": .null, "proof": proof ?? .null,
        ]
        if case .inLog(let index, let size) = check.leaf {
            members["index"] = .integer(Int64(index))
            members["size"] = .integer(Int64(size))
        }
        return .object(members)
    }
}

extension Registry {
    /// Holds a receipt against the log: for those who see the record.
    ///
    /// Found by its identifier, or else by its leaf hash; the proof is checked as a stranger would check it, so
    /// that a row that somebody changed convinces nobody.
    public func match(_ held: HeldReceipt) async throws -> ReceiptMatch {
        let note = try await checkpoint()
        let key = signingKey.verifyingKey
        let size = try Checkpoint(verifying: note, with: key).size
        let proof = try await database.readAll { connection -> EntryProof? in
            guard let envelope = try Self.envelope(for: held.receipt, connection) else { return nil }
            do {
                return try Self.proof(of: envelope, note, size, connection)
            } catch RecordFault.nodeMissing {
                // A damaged tree proves nothing, and the check says so.
                return EntryProof(envelope: envelope, inclusion: [], checkpoint: note)
            }
        }
        let check = ReceiptCheck(held, key: key, proof: proof)
        let isInLog = if case .inLog = check.leaf { true } else { false }
        return ReceiptMatch(
            check: check, entry: EntryID(held.receipt.entry), at: held.receipt.at, kind: held.receipt.kind,
            proof: isInLog ? proof?.json(size: size) : nil)
    }

    /// The entry with the receipt's leaf, or else the one with its identifier; nil where there is neither, or what
    /// is stored is no envelope any more.
    private static func envelope(for receipt: Receipt, _ connection: any Connection) throws -> Envelope? {
        do {
            let named = try RecordRows.envelope(of: receipt.entry, connection)
            if named?.leafHash == receipt.leafHash { return named }
            return try RecordRows.envelope(leaf: receipt.leafHash, connection) ?? named
        } catch is EnvelopeFault {
            return nil
        } catch is JSONParseError {
            return nil
        }
    }
}

extension Refusal {
    /// Says why a text is no receipt, at the field that it was put into.
    public init(_ fault: HeldReceiptFault) {
        let said =
            switch fault {
            case .tooLong:
                FieldFault(
                    "receipt", "field.receipt-too-long", ["most": String(HeldReceipt.mostBytes >> 20)])
            case .notJSON(let error):
                FieldFault(
                    "receipt", "field.receipt-not-json",
                    ["line": String(error.line), "column": String(error.column)])
            case .noReceipt: FieldFault("receipt", "field.receipt-form")
            }
        self.init(faults: [said])
    }
}
