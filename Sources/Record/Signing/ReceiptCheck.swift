/// What a receipt is worth against the log. Whoever makes this check sees the entry's envelope; the holder of a
/// receipt alone cannot make it.
public struct ReceiptCheck: Hashable, Sendable {
    public enum Signature: String, Hashable, Sendable {
        case ours
        /// It says that it is of another log.
        case otherLog = "other-log"
        /// Not this key's, or something was altered since.
        case notOurs = "not-ours"
    }

    /// What the receipt says of entry, time and act in plain words.
    public enum Statement: String, Hashable, Sendable {
        case agrees
        /// With the envelope, or with the act that the receipt itself opens.
        case differs
        case unknown
    }

    public enum Opened: String, Hashable, Sendable {
        case matches
        /// Salt and value are not what the envelope commits to.
        case differs
        /// The receipt does not open this part.
        case absent
        /// There is no envelope to compare with.
        case unknown
    }

    public enum Leaf: Hashable, Sendable {
        /// Proved to be in the log of that size.
        case inLog(index: Int, size: Int)
        /// A row has this leaf, but its path does not lead to a root that the key signed.
        case unproven
        /// The entry of that identifier has another leaf.
        case otherLeaf
        case missing

        public var code: String {
            switch self {
            case .inLog: "in-log"
            case .unproven: "unproven"
            case .otherLeaf: "other-leaf"
            case .missing: "missing"
            }
        }
    }

    /// All of it in one word.
    public enum Verdict: String, Hashable, Sendable {
        case holds
        case notOurs = "not-ours"
        /// The key signed it, and this log says otherwise: one of the two is not what it was.
        case contradicted
    }

    public let signature: Signature
    public let statement: Statement
    /// For each of the four parts.
    public let openings: [String: Opened]
    public let leaf: Leaf

    /// - Parameters:
    ///   - key: the log's.
    ///   - proof: of the entry with the receipt's leaf hash, or else of the one with its identifier; nil where the
    ///     log has neither.
    public init(_ held: HeldReceipt, key: VerifyingKey, proof: EntryProof?) {
        let receipt = held.receipt
        signature = held.log != key.name ? .otherLog : held.isSigned(by: key) ? .ours : .notOurs
        leaf = Self.leaf(of: receipt, proof, key)
        statement = Self.statement(of: receipt, proof?.envelope)
        openings = Dictionary(
            uniqueKeysWithValues: Envelope.parts.map { part in
                (part, Self.opened(receipt.openings[part], proof?.envelope.commitment(to: part)))
            })
    }

    public var verdict: Verdict {
        guard signature == .ours else { return .notOurs }
        guard case .inLog = leaf, statement == .agrees, !openings.values.contains(.differs) else {
            return .contradicted
        }
        return .holds
    }

    private static func leaf(of receipt: Receipt, _ proof: EntryProof?, _ key: VerifyingKey) -> Leaf {
        guard let proof else { return .missing }
        guard proof.envelope.leafHash == receipt.leafHash else { return .otherLeaf }
        do throws(CheckpointFault) {
            let signed = try Checkpoint(verifying: proof.checkpoint, with: key)
            let isIncluded = MerkleProof.verifyInclusion(
                leaf: receipt.leafHash, index: proof.envelope.index, size: signed.size,
                proof: proof.inclusion, root: signed.root)
            return isIncluded ? .inLog(index: proof.envelope.index, size: signed.size) : .unproven
        } catch {
            return .unproven
        }
    }

    private static func statement(of receipt: Receipt, _ envelope: Envelope?) -> Statement {
        if let act = receipt.openings["act"], act.value["kind"]?.string != receipt.kind { return .differs }
        guard let envelope else { return .unknown }
        return envelope.id == receipt.entry && envelope.at == receipt.at ? .agrees : .differs
    }

    private static func opened(_ opening: Opening?, _ commitment: Hash32?) -> Opened {
        guard let opening else { return .absent }
        guard let commitment else { return .unknown }
        return opening.commitment == commitment ? .matches : .differs
    }
}
