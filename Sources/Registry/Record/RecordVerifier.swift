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
        try await run.verifyEntries(inBatchesOf: Self.batch, until: Self.mostFaults)
        try await run.verifyNodes()
        try await run.verifyHead()
        try await run.verifyCheckpoints(known)
        return Report(
            entries: run.frontier.size, checkpoints: run.checkpoints, root: run.frontier.root,
            faults: run.faults + (try await FileVerifier(registry: registry).faults()))
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
            erased = try await registry.database.readAll { connection in
                Set(
                    try connection.query(
                        "SELECT entry_index FROM erasure WHERE erased_by IS NOT NULL", [:]
                    ).map { try $0.get("entry_index", as: Int.self) })
            }
        }

        /// While one batch is verified, the next is fetched.
        mutating func verifyEntries(inBatchesOf size: Int, until mostFaults: Int) async throws {
            var batch = try await EntryBatch(registry.database, from: 0, size)
            while true {
                let first = frontier.size + size
                async let next = EntryBatch(registry.database, from: first, size)
                let mayGoOn = try verify(batch) && batch.entries.count == size && faults.count < mostFaults
                batch = try await next
                if !mayGoOn { return }
            }
        }

        /// - Returns: whether no entry is missing.
        private mutating func verify(_ batch: EntryBatch) throws -> Bool {
            var position = batch.openings.startIndex
            for row in batch.entries {
                let index: Int = try row.get("entry_index")
                guard index == frontier.size else {
                    faults.append(Fault(entry: index, what: "the entries before it are missing"))
                    return false
                }
                let start = position
                while position < batch.openings.endIndex,
                    try batch.openings[position].get("entry_index", as: Int.self) == index
                {
                    position += 1
                }
                try verify(row, batch.openings[start..<position], index)
            }
            return true
        }

        private mutating func verify(_ row: Row, _ openings: ArraySlice<Row>, _ index: Int) throws {
            let bytes: [UInt8] = try row.get("envelope")
            let leaf = MerkleTree.leafHash(bytes)
            if try Hash32(row.get("leaf_hash", as: [UInt8].self)) != leaf {
                fault(index, "its leaf hash is wrong")
            }
            for node in frontier.append(leaf: leaf) { nodeDigest.add(node) }
            // Where row and openings make the very bytes, everything holds, and nothing need be parsed.
            if let made = try Self.envelope(of: row, openings, index), made.canonicalBytes == bytes {
                return verify(made.at, index)
            }
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
            verify(envelope.at, index)
            try verify(openings, of: envelope, index)
        }

        private mutating func verify(_ at: Instant, _ index: Int) {
            if at < lastAt { fault(index, "its time lies before the entry before") }
            lastAt = max(lastAt, at)
        }

        /// The envelope that a row and its openings make; nil where one of them cannot be used.
        private static func envelope(
            of row: Row, _ openings: ArraySlice<Row>, _ index: Int
        ) throws -> Envelope? {
            guard openings.count == parts.count, let at = Instant(try row.get("at", as: String.self)) else {
                return nil
            }
            var commitments: [Hash32] = []
            for (opening, part) in zip(openings, parts) {
                guard try opening.get("part", as: String.self) == part,
                    let salt = try opening.optional("salt", as: [UInt8].self),
                    salt.count == Commitment.saltLength,
                    let payload = try opening.optional("payload", as: [UInt8].self)
                else { return nil }
                commitments.append(Commitment.commit(salt: salt, canonicalBytes: payload))
            }
            let pack: String = try row.get("pack")
            guard pack.isEmpty || Hash32(hex: pack) != nil else { return nil }
            return Envelope(
                id: try row.get("id"), index: index, at: at, pack: pack, who: commitments[3],
                act: commitments[0], objects: commitments[2], fields: commitments[1])
        }

        /// In the order in which they are fetched.
        private static let parts = ["act", "fields", "objects", "who"]

        private mutating func verify(_ openings: ArraySlice<Row>, of envelope: Envelope, _ index: Int) throws
        {
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

        private mutating func fault(_ index: Int?, _ what: String) {
            faults.append(Fault(entry: index, what: what))
        }

        /// Every stored node must be the one that the leaves make, and none may be missing.
        mutating func verifyNodes() async throws {
            let stored = try await registry.database.readAll { connection in
                var digest = NodeDigest()
                for row in try connection.query("SELECT level, position, hash FROM record_node", [:]) {
                    guard let hash = Hash32(try row.get("hash", as: [UInt8].self)) else { continue }
                    digest.add(
                        MerkleNode(level: try row.get("level"), position: try row.get("position"), hash: hash)
                    )
                }
                return digest
            }
            if stored != nodeDigest { fault(nil, "the tree's stored nodes are not those of its leaves") }
        }

        mutating func verifyHead() async throws {
            let rows = try await registry.database.readAll {
                try $0.query("SELECT size, root, frontier FROM record_head WHERE id = 0", [:])
            }
            guard let row = rows.first else { return fault(nil, "the head is missing") }
            let holds =
                try row.get("size") == frontier.size && row.get("root") == frontier.root.bytes
                && row.get("frontier") == frontier.bytes
            if !holds { fault(nil, "the head is not that of \(frontier.size) entries") }
        }

        mutating func verifyCheckpoints(_ known: Checkpoint?) async throws {
            let rows = try await registry.database.readAll {
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
                    "the log has \(frontier.size) entries, a signed checkpoint \(checkpoint.size): it was cut"
                )
            }
            let registry = registry
            let root = try await registry.database.readAll { connection in
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
