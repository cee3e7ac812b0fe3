import Record
import Storage

/// Bytes that nobody waits for any more: of files that no act attached in time, and of those that were erased.
extension Registry {
    /// Removes them. Whatever goes wrong in between, the next call goes on.
    public func removeFilesToGo() async throws {
        // An hour more than anybody may attach it: an act under way never loses what it attaches.
        let oldest = Self.oldestStaged(at: surroundings.now().advanced(byMicroseconds: -3_600_000_000))
        let going = try await database.read { connection in
            try connection.query(
                """
                SELECT id, sha256 FROM file_to_go
                 UNION SELECT id, sha256 FROM staged_file WHERE staged_at < :oldest
                """, ["oldest": oldest]
            ).map { (id: try $0.get("id", as: String.self), sha256: try $0.get("sha256", as: String.self)) }
        }
        for file in going {
            let isGoing = try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO file_to_go (id, sha256)
                    SELECT id, sha256 FROM staged_file WHERE id = :id AND staged_at < :oldest
                    ON CONFLICT (id) DO NOTHING
                    """, ["id": file.id, "oldest": oldest])
                try connection.execute(
                    "DELETE FROM staged_file WHERE id = :id AND staged_at < :oldest",
                    ["id": file.id, "oldest": oldest])
                return try !connection.query(
                    "SELECT id FROM file_to_go WHERE id = :id", ["id": file.id]
                ).isEmpty
            }
            // Attached or removed by another node meanwhile.
            guard isGoing else { continue }
            try await files.delete(file.sha256, in: StagedFile.room(file.id))
            try await database.write {
                try $0.execute("DELETE FROM file_to_go WHERE id = :id", ["id": file.id])
            }
        }
    }

    /// The time of staging before which a file's time is over.
    static func oldestStaged(at now: Instant) -> String {
        now.advanced(byMicroseconds: -Int64(Accounts.stagedHours) * 3_600_000_000).description
    }
}

extension Tables {
    /// Says that a file's bytes are to go, in the transaction after which nobody may have them.
    func letGo(file: String, sha256: String) throws {
        try execute(
            "INSERT INTO file_to_go (id, sha256) VALUES (:id, :sha256) ON CONFLICT (id) DO NOTHING",
            ["id": file, "sha256": sha256])
    }
}
