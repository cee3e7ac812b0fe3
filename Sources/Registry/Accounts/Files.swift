import Record
import Storage

extension Accounts {
    /// The largest file that is taken, in bytes.
    public static let largestFile = 50 << 20
    /// How long a file waits for an act to attach it.
    public static let stagedHours = 24

    /// Keeps bytes until an act attaches them; those that none attached in time go.
    public func stage(
        _ bytes: [UInt8], name: String, by visitor: Visitor
    ) async throws -> (id: String, sha256: String) {
        guard bytes.count <= Self.largestFile else { throw Refusal("file.too-large", .tooLarge) }
        let id = registry.surroundings.newID()
        let now = registry.surroundings.now()
        let oldest = Instant(microseconds: now.microseconds - Int64(Self.stagedHours) * 3_600_000_000)
        let pieces = AsyncStream<[UInt8]> { stream in
            stream.yield(bytes)
            stream.finish()
        }
        let hash = try await registry.files.put(pieces, in: "staged-\(visitor.person)").sha256
        try await registry.database.write { connection in
            try connection.execute(
                "DELETE FROM staged_file WHERE staged_at < :oldest", ["oldest": oldest.description])
            try connection.execute(
                """
                INSERT INTO staged_file (id, person_id, name, sha256, size, staged_at)
                VALUES (:id, :person, :name, :hash, :size, :now)
                """,
                [
                    "id": id, "person": visitor.person, "name": String(name.prefix(200)), "hash": hash,
                    "size": bytes.count, "now": now.description,
                ])
        }
        return (id, hash)
    }
}
