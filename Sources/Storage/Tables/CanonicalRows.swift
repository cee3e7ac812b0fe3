/// The rows of one table in an order and a form that do not depend on the engine, to compare replays and copies.
public enum CanonicalRows {
    /// What a table holds.
    public struct Digest: Sendable, Hashable {
        public let count: Int
        /// Lower-case hex of the SHA-256 over all rows.
        public let sha256: String
    }

    /// Hands over the rows of a table one by one: ordered by all columns, text by its bytes, NULL first.
    public static func forEach(
        of table: String, _ connection: any Connection, _ body: (Row) throws -> Void
    ) throws {
        let columns = try TableCatalogue.columns(of: table, connection).map { "\"\($0)\"" }
        guard !columns.isEmpty else { throw StorageError.statement("no such table: \(table)") }
        let order = columns.map { "\($0) NULLS FIRST" }.joined(separator: ", ")
        try connection.stream(
            "SELECT \(columns.joined(separator: ", ")) FROM \"\(table)\" ORDER BY \(order)", [:], body)
    }

    /// One value that equals another table's if, and only if, the rows are the same.
    public static func digest(of table: String, _ connection: any Connection) throws -> Digest {
        var hash = SHA256()
        var count = 0
        var buffer: [UInt8] = []
        try forEach(of: table, connection) { row in
            buffer.removeAll(keepingCapacity: true)
            ValueEncoding.append(row.values, to: &buffer)
            hash.update(buffer)
            count += 1
        }
        return Digest(count: count, sha256: SHA256.hex(of: hash.finish()))
    }
}
