import Mandate
import Pack
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
        let known = try connection.query(
            "SELECT note FROM record_checkpoint WHERE size = :size", ["size": head.size])
        if let note = try known.first?.get("note", as: String.self) { return note }
        let note = Checkpoint(origin: signingKey.name, size: head.size, root: head.root).signed(
            by: signingKey)
        try connection.execute(
            """
            INSERT INTO record_checkpoint (size, root, note, at) VALUES (:size, :root, :note, :at)
            ON CONFLICT (size) DO NOTHING
            """,
            ["size": head.size, "root": head.root.bytes, "note": note, "at": now.description])
        return note
    }

    /// The checkpoint of the day: made once, at the first call of the day, and the same for everyone until
    /// the next day begins in the pack's time zone.
    public func checkpointOfTheDay() async throws -> String {
        let now = surroundings.now()
        return try await database.write { connection in
            let zone = try self.packInForce(connection)?.timeZone ?? "UTC"
            let today = CalendarDate(of: now, inZone: zone).description
            let stored = try connection.query(
                "SELECT value FROM setting WHERE name = 'checkpoint-of-the-day'", [:])
            if let value = try stored.first?.get("value", as: String.self), value.hasPrefix(today) {
                return String(value.dropFirst(today.count + 1))
            }
            let note = try self.checkpoint(connection, now)
            try connection.execute(
                """
                INSERT INTO setting (name, value) VALUES ('checkpoint-of-the-day', :value)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, ["value": "\(today) \(note)"])
            return note
        }
    }

    static func head(_ connection: any Connection) throws -> (size: Int, root: Hash32) {
        let rows = try connection.query("SELECT size, root FROM record_head WHERE id = 0", [:])
        guard let row = rows.first, let root = Hash32(try row.get("root", as: [UInt8].self)) else {
            throw RecordFault.headMissing
        }
        return (try row.get("size"), root)
    }

    /// Every checkpoint, newest first: for the Directorate and auditors.
    public func checkpoints() async throws -> [(size: Int, at: String, note: String)] {
        try await database.read { connection in
            try connection.query("SELECT size, at, note FROM record_checkpoint ORDER BY size DESC", [:]).map {
                (try $0.get("size"), try $0.get("at"), try $0.get("note"))
            }
        }
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
        return try await database.read { connection in
            let rows = try connection.query(
                "SELECT envelope FROM record_entry WHERE id = :id OR entry_index = :index",
                ["id": entry, "index": Int(entry) ?? -1])
            guard let row = rows.first else { throw Refusal("object.not-found", .notFound) }
            let envelope = try Envelope(parsing: try row.get("envelope", as: [UInt8].self))
            let size = try Checkpoint(verifying: note, with: key).size
            let hashes = try MerkleProof.inclusion(index: envelope.index, size: size) { level, position in
                try RecordNodes.hash(level, position, connection)
            }
            return EntryProof(envelope: envelope, inclusion: hashes, checkpoint: note).json(size: size)
        }
    }
}
