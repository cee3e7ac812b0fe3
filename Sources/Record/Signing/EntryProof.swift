/// Proof that an entry lies in the log that a checkpoint signs: for auditors, as it shows the index.
public struct EntryProof: Hashable, Sendable {
    public static let format = "stocktake-proof/1"

    public let envelope: Envelope
    /// From the leaf's sibling up to the root, as RFC 9162 section 2.1.3 orders them.
    public let inclusion: [Hash32]
    /// The signed note.
    public let checkpoint: String
    /// By part, as far as whoever asks may see them.
    public let openings: [String: Opening]

    public init(
        envelope: Envelope, inclusion: [Hash32], checkpoint: String, openings: [String: Opening] = [:]
    ) {
        self.envelope = envelope
        self.inclusion = inclusion
        self.checkpoint = checkpoint
        self.openings = openings
    }

    /// - Parameter size: number of leaves of the checkpoint's tree.
    public func json(size: Int) -> JSONValue {
        var members: [String: JSONValue] = [
            "format": .string(Self.format), "entry": .string(envelope.id),
            "index": .integer(Int64(envelope.index)), "size": .integer(Int64(size)),
            "leafHash": .string(envelope.leafHash.hex),
            "hashes": .array(inclusion.map { .string($0.hex) }),
            "envelope": .string(String(decoding: envelope.canonicalBytes, as: UTF8.self)),
            "checkpoint": .string(checkpoint),
        ]
        if !openings.isEmpty { members["openings"] = .object(openings.mapValues(\.json)) }
        return .object(members)
    }

    /// Reads a proof and checks it whole: signature, path, and that the openings open the envelope's commitments.
    ///
    /// - Throws: `EntryProofFault`, `CheckpointFault`, `EnvelopeFault`, `JSONParseError`.
    public init(verifying json: JSONValue, with key: VerifyingKey) throws {
        guard json["format"]?.string == Self.format, let envelopeText = json["envelope"]?.string,
            let hashes = json["hashes"]?.array, let checkpoint = json["checkpoint"]?.string
        else { throw EntryProofFault.badForm }
        let inclusion = hashes.compactMap { $0.string.flatMap { Hash32(hex: $0) } }
        guard inclusion.count == hashes.count else { throw EntryProofFault.badForm }
        self.init(
            envelope: try Envelope(parsing: Array(envelopeText.utf8)), inclusion: inclusion,
            checkpoint: checkpoint,
            openings: try (json["openings"]?.object ?? [:]).mapValues { try Opening(json: $0) })
        let signed = try Checkpoint(verifying: checkpoint, with: key)
        // What the proof repeats for convenience must not say otherwise than what is proved.
        guard json == self.json(size: signed.size) else { throw EntryProofFault.badForm }
        guard
            MerkleProof.verifyInclusion(
                leaf: envelope.leafHash, index: envelope.index, size: signed.size, proof: inclusion,
                root: signed.root)
        else { throw EntryProofFault.notIncluded }
        for (part, opening) in openings where envelope.commitment(to: part) != opening.commitment {
            throw EntryProofFault.notOpened(part)
        }
    }
}

/// Why a proof proves nothing.
public enum EntryProofFault: Error, Hashable, Sendable {
    case badForm
    /// The path does not lead from the envelope to the checkpoint's root.
    case notIncluded
    /// Salt and value of that part are not what the envelope commits to.
    case notOpened(String)
}
