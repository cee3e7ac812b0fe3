import Record
import Storage

/// Recomputes everything from the stored bytes: leaves, nodes, head, checkpoints, openings.
public struct RecordVerifier: Sendable {
    /// One thing that is not as it must be.
    public struct Fault: Sendable, Hashable {
        /// Index of the entry; nil where the fault concerns the whole.
        public let entry: Int?
        public let what: String
    }

    /// What a verification found.
    public struct Report: Sendable {
        public let entries: Int
        public let checkpoints: Int
        public let root: Hash32
        public let faults: [Fault]
        public var holds: Bool { faults.isEmpty }
    }

    private let registry: Registry
    private static let batch = 2_000
    private static let mostFaults = 100

    public init(_ registry: Registry) { self.registry = registry }

    /// - Parameter known: a checkpoint kept outside the database, which the log must contain.
    public func run(known: Checkpoint? = nil) async throws -> Report {
        var run = Run(registry: registry)
        try await run.readErasures()
        while try await run.verifyBatch(of: Self.batch), run.faults.count < Self.mostFaults {}
        try await run.verifyNodes()
        try await run.verifyHead()
        try await run.verifyCheckpoints(known)
        return Report(
            entries: run.frontier.size, checkpoints: run.checkpoints, root: run.frontier.root,
            faults: run.faults)
    }
}

extension RecordVerifier {
    /// The state of one verification.
    fileprivate struct Run {
        let registry: Registry
        var frontier = MerkleFrontier()
        var lastAt = Instant(microseconds: 0)
        var faults: [Fault] = []
        var checkpoints = 0
        private var erased: Set<Int> = []
        private var nodes = 0
        private var nodeDigest = NodeDigest()

        init(registry: Registry) { self.registry = registry }

        mutating func readErasures() async throws {
            erased = try await registry.database.read { connection in
                Set(
                    try connection.query(
                        "SELECT entry_index FROM erasure WHERE erased_by IS NOT NULL", [:]
                    ).map { try $0.get("entry_index", as: Int.self) })
            }
        }

        /// - Returns: whether there may be more.
        mutating func verifyBatch(of size: Int) async throws -> Bool {
            let range = ["low": frontier.size, "high": frontier.size + size - 1]
            let (entries, openings) = try await registry.database.read { connection in
                (
                    try connection.query(
                        """
                        SELECT entry_index, id, at, pack, envelope, leaf_hash FROM record_entry
                         WHERE entry_index BETWEEN :low AND :high ORDER BY entry_index
                        """, range),
                    try connection.query(
                        """
                        SELECT entry_index, part, salt, payload FROM record_opening
                         WHERE entry_index BETWEEN :low AND :high ORDER BY entry_index, part
                        """, range)
                )
            }
            var position = openings.startIndex
            for row in entries {
                let index: Int = try row.get("entry_index")
                guard index == frontier.size else {
                    faults.append(Fault(entry: index, what: "the entries before it are missing"))
                    return false
                }
                var own: [Row] = []
                while position < openings.endIndex,
                    try openings[position].get("entry_index", as: Int.self) == index
                {
                    own.append(openings[position])
                    position += 1
                }
                try verify(row, own, index)
            }
            return entries.count == size
        }

        private mutating func verify(_ row: Row, _ openings: [Row], _ index: Int) throws {
            let bytes: [UInt8] = try row.get("envelope")
            let leaf = MerkleTree.leafHash(bytes)
            if try row.get("leaf_hash", as: [UInt8].self) != leaf.bytes { fault(index, "its leaf hash is wrong") }
            for node in frontier.append(leaf: leaf) { nodeDigest.add(node) }
            let envelope: Envelope
            do {
                envelope = try Envelope(parsing: bytes)
            } catch {
                return fault(index, "its envelope is not canonical: \(error)")
            }
            let isSame =
                try envelope.index == index && envelope.id == row.get("id")
                && envelope.at.description == row.get("at") && envelope.pack == row.get("pack")
            if !isSame { fault(index, "its envelope does not say what its row says") }
            if envelope.at < lastAt { fault(index, "its time lies before the entry before") }
            lastAt = max(lastAt, envelope.at)
            try verify(openings, of: envelope, index)
        }

        private mutating func verify(_ openings: [Row], of envelope: Envelope, _ index: Int) throws {
            let commitments = [
                "act": envelope.act, "fields": envelope.fields, "objects": envelope.objects,
                "who": envelope.who,
            ]
            var found: Set<String> = []
            for opening in openings {
                let part: String = try opening.get("part")
                found.insert(part)
                guard let salt = try opening.optional("salt", as: [UInt8].self),
                    let payload = try opening.optional("payload", as: [UInt8].self)
                else {
                    if part != "fields" || !erased.contains(index) {
                        fault(index, "its \(part) are gone, and no erasure says why")
                    }
                    continue
                }
                guard let commitment = commitments[part],
                    Commitment.isOpened(commitment, salt: salt, canonicalBytes: payload)
                else {
                    fault(index, "its \(part) are not what was committed to")
                    continue
                }
            }
            if found != Set(commitments.keys) { fault(index, "an opening is missing") }
        }

        private mutating func fault(_ index: Int?, _ what: String) { faults.append(Fault(entry: index, what: what)) }

        /// Every stored node must be the one that the leaves make, and none may be missing.
        mutating func verifyNodes() async throws {
            let stored = try await registry.database.read { connection in
                var digest = NodeDigest()
                for row in try connection.query("SELECT level, position, hash FROM record_node", [:]) {
                    guard let hash = Hash32(try row.get("hash", as: [UInt8].self)) else { continue }
                    digest.add(
                        MerkleNode(level: try row.get("level"), position: try row.get("position"), hash: hash))
                }
                return digest
            }
            if stored != nodeDigest { fault(nil, "the tree's stored nodes are not those of its leaves") }
        }

        mutating func verifyHead() async throws {
            let rows = try await registry.database.read {
                try $0.query("SELECT size, root, frontier FROM record_head WHERE id = 0", [:])
            }
            guard let row = rows.first else { return fault(nil, "the head is missing") }
            let holds =
                try row.get("size") == frontier.size && row.get("root") == frontier.root.bytes
                && row.get("frontier") == frontier.bytes
            if !holds { fault(nil, "the head is not that of \(frontier.size) entries") }
        }

        mutating func verifyCheckpoints(_ known: Checkpoint?) async throws {
            let rows = try await registry.database.read {
                try $0.query("SELECT size, note FROM record_checkpoint ORDER BY size", [:])
            }
            let key = registry.signingKey.verifyingKey
            for row in rows {
                checkpoints += 1
                let size: Int = try row.get("size")
                do {
                    let checkpoint = try Checkpoint(verifying: try row.get("note"), with: key)
                    guard checkpoint.size == size else {
                        fault(nil, "checkpoint \(size) is signed for another size")
                        continue
                    }
                    try await verify(checkpoint)
                } catch let error as CheckpointFault {
                    fault(nil, "checkpoint \(size) does not verify: \(error.rawValue)")
                }
            }
            if let known { try await verify(known) }
        }

        private mutating func verify(_ checkpoint: Checkpoint) async throws {
            guard checkpoint.size <= frontier.size else {
                return fault(
                    nil,
                    "the log has \(frontier.size) entries, a signed checkpoint \(checkpoint.size): it was cut")
            }
            let registry = registry
            let root = try await registry.database.read { connection in
                try MerkleProof.root(size: checkpoint.size) { level, position in
                    try RecordNodes.hash(level, position, connection)
                }
            }
            if root != checkpoint.root {
                fault(nil, "the log's first \(checkpoint.size) entries are not those of a signed checkpoint")
            }
        }
    }
}

/// A digest of a set of nodes, whatever their order.
private struct NodeDigest: Equatable, Sendable {
    private var count = 0
    private var sum = [UInt8](repeating: 0, count: 32)

    mutating func add(_ node: MerkleNode) {
        count += 1
        let text = Array("\(node.level)/\(node.position)/".utf8) + node.hash.bytes
        let hash = SHA256.hash(text).bytes
        for index in 0..<32 { sum[index] ^= hash[index] }
    }
}
