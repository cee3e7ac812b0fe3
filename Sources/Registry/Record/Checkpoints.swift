import Record
import Storage

extension Registry {
    /// Signs the log's head as it is now and keeps the checkpoint.
    ///
    /// - Returns: the signed note (C2SP tlog-checkpoint).
    public func checkpoint() async throws -> String {
        let now = surroundings.now()
        return try await database.write { connection in try self.checkpoint(connection, now) }
    }

    private func checkpoint(_ connection: any Connection, _ now: Instant) throws -> String {
        let head = try Self.head(connection)
        return try keepCheckpoint(head.size, head.root, connection, now)
    }

    /// Signs that many entries, unless that was done before.
    func keepCheckpoint(
        _ size: Int, _ root: Hash32, _ connection: any Connection, _ now: Instant
    ) throws -> String {
        let known = try connection.query(
            "SELECT note FROM record_checkpoint WHERE size = :size", ["size": size])
        if let note = try known.first?.get("note", as: String.self) { return note }
        let note = Checkpoint(origin: signingKey.name, size: size, root: root).signed(by: signingKey)
        try connection.execute(
            """
            INSERT INTO record_checkpoint (size, root, note, at) VALUES (:size, :root, :note, :at)
            ON CONFLICT (size) DO NOTHING
            """,
            ["size": size, "root": root.bytes, "note": note, "at": now.description])
        return note
    }

    static func head(_ connection: any Connection) throws -> (size: Int, root: Hash32) {
        let rows = try connection.query("SELECT size, root FROM record_head WHERE id = 0", [:])
        guard let row = rows.first, let root = Hash32(try row.get("root", as: [UInt8].self)) else {
            throw RecordFault.headMissing
        }
        return (try row.get("size"), root)
    }

    /// Every checkpoint, newest first: for the Directorate and auditors.
    ///
    /// - Parameter limit: at most so many.
    public func checkpoints(
        limit: Int = Int(Int32.max)
    ) async throws -> [(size: Int, at: String, note: String)] {
        try await database.readAll { connection in
            try connection.query(
                "SELECT size, at, note FROM record_checkpoint ORDER BY size DESC LIMIT :limit",
                ["limit": limit]
            ).map { (try $0.get("size"), try $0.get("at"), try $0.get("note")) }
        }
    }

    /// The leaf of an entry: for those who see the record.
    public func envelope(of entry: EntryID) async throws -> Envelope? {
        try await database.readAll { try RecordRows.envelope(of: entry.rawValue, $0) }
    }

    /// Proof that an entry is in the log of a size.
    ///
    /// - Parameters:
    ///   - entry: identifier, or index.
    /// - Returns: `{"format", "entry", "index", "size", "leafHash", "hashes", "envelope", "checkpoint"}`, as
    ///   docs/record-format.md says.
    /// - Throws: `Refusal` where there is no such entry.
    public func inclusionProof(of entry: String) async throws -> JSONValue {
        let note = try await checkpoint()
        let key = signingKey.verifyingKey
        let size = try Checkpoint(verifying: note, with: key).size
        return try await database.readAll { connection in
            let byID = try RecordRows.envelope(of: entry, connection)
            guard let envelope = try byID ?? RecordRows.envelope(at: Int(entry) ?? -1, connection) else {
                throw Refusal("object.not-found", .notFound)
            }
            return try Self.proof(of: envelope, note, size, connection).json(size: size)
        }
    }

    /// - Parameters:
    ///   - note: a checkpoint of `size` entries.
    static func proof(
        of envelope: Envelope, _ note: String, _ size: Int, _ connection: any Connection
    ) throws -> EntryProof {
        let hashes = try MerkleProof.inclusion(index: envelope.index, size: size) { level, position in
            try RecordNodes.hash(level, position, connection)
        }
        return EntryProof(envelope: envelope, inclusion: hashes, checkpoint: note)
    }
}
