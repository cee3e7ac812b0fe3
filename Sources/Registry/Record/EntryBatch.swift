import Storage

/// Some consecutive entries of the log with their openings, as they are stored.
struct EntryBatch: Sendable {
    /// Ordered by index.
    let entries: [Row]
    /// Ordered by index, then part.
    let openings: [Row]

    init(_ database: any Database, from first: Int, _ size: Int) async throws {
        let range = ["low": first, "high": first + size - 1]
        (entries, openings) = try await database.readAll { connection in
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
    }
}
