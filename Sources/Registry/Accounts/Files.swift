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
        let pieces = AsyncStream<[UInt8]> { stream in
            stream.yield(bytes)
            stream.finish()
        }
        let hash = try await registry.files.put(pieces, in: Self.stagingRoom(visitor.person)).sha256
        let gone = try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO staged_file (id, person_id, grant_id, name, sha256, size, staged_at)
                VALUES (:id, :person, :grant, :name, :hash, :size, :now)
                """,
                [
                    "id": id, "person": visitor.person, "grant": visitor.grant,
                    "name": String(name.prefix(200)), "hash": hash, "size": bytes.count,
                    "now": now.description,
                ])
            return try Self.removeOverdue(Self.oldest(at: now), connection)
        }
        for (person, hash) in gone { try await registry.files.delete(hash, in: Self.stagingRoom(person)) }
        return (id, hash)
    }

    /// The bytes of a file that waits: for whoever sent it, in the capacity in which they did, until its time is over.
    ///
    /// - Returns: nil where there is none for them.
    public func staged(_ id: String, by visitor: Visitor) async throws -> [UInt8]? {
        let oldest = Self.oldest(at: registry.surroundings.now())
        let hash = try await registry.database.read { connection in
            try connection.query(
                """
                SELECT sha256 FROM staged_file
                 WHERE id = :id AND person_id = :person AND grant_id = :grant AND staged_at >= :oldest
                """, ["id": id, "person": visitor.person, "grant": visitor.grant, "oldest": oldest]
            ).first?.get("sha256", as: String.self)
        }
        guard let hash else { return nil }
        var bytes: [UInt8] = []
        try await registry.files.get(hash, in: Self.stagingRoom(visitor.person)) { bytes += $0 }
        return bytes
    }

    private static func stagingRoom(_ person: PersonID) -> String { "staged-\(person)" }

    private static func oldest(at now: Instant) -> String {
        Instant(microseconds: now.microseconds - Int64(stagedHours) * 3_600_000_000).description
    }

    /// Takes those whose time is over off the list.
    ///
    /// - Returns: whose bytes of which hash nobody waits for any more.
    private static func removeOverdue(
        _ oldest: String, _ connection: any Connection
    ) throws -> [(PersonID, String)] {
        let overdue = try connection.query(
            "SELECT DISTINCT person_id, sha256 FROM staged_file WHERE staged_at < :oldest",
            ["oldest": oldest])
        guard !overdue.isEmpty else { return [] }
        try connection.execute("DELETE FROM staged_file WHERE staged_at < :oldest", ["oldest": oldest])
        return try overdue.compactMap { row in
            let (person, hash): (PersonID, String) = (try row.get("person_id"), try row.get("sha256"))
            let isWaitedFor = try !connection.query(
                "SELECT id FROM staged_file WHERE person_id = :person AND sha256 = :hash LIMIT 1",
                ["person": person, "hash": hash]
            ).isEmpty
            return isWaitedFor ? nil : (person, hash)
        }
    }
}
