import Record
import Storage

/// A file that waits for an act to attach it.
public struct StagedFile: Sendable {
    public let id: String
    /// Lower-case hex.
    public let sha256: String
    public let name: String
    public let size: Int
    public let format: FileFormat

    /// Where its bytes lie in the store: apart from every other's, so that attaching it moves nothing and nobody learns
    /// whether the same bytes are there already.
    static func room(_ id: String) -> String { "file-\(id)" }
}

extension Registry {
    /// Says that a file waits, once its bytes are kept.
    func list(_ file: StagedFile, of person: PersonID, _ grant: GrantID, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO staged_file (id, person_id, grant_id, name, sha256, size, format, staged_at)
                VALUES (:id, :person, :grant, :name, :hash, :size, :format, :now)
                """,
                [
                    "id": file.id, "person": person, "grant": grant, "name": file.name,
                    "hash": file.sha256, "size": file.size, "format": file.format.rawValue,
                    "now": now.description,
                ])
        }
    }
}
