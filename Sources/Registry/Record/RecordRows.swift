import Record
import Storage

/// The record's own rows, as they are stored.
enum RecordRows {
    static func envelope(at index: Int, _ connection: any Connection) throws -> Envelope? {
        try first(
            "SELECT envelope FROM record_entry WHERE entry_index = :index", ["index": index], connection)
    }

    static func envelope(of entry: String, _ connection: any Connection) throws -> Envelope? {
        try first("SELECT envelope FROM record_entry WHERE id = :id", ["id": entry], connection)
    }

    /// Looks through the whole log: a receipt that we gave is found by its identifier.
    static func envelope(leaf: Hash32, _ connection: any Connection) throws -> Envelope? {
        try first(
            "SELECT envelope FROM record_entry WHERE leaf_hash = :leaf", ["leaf": leaf.bytes], connection)
    }

    private static func first(
        _ sql: String, _ parameters: [String: any SQLConvertible], _ connection: any Connection
    ) throws -> Envelope? {
        guard let row = try connection.query(sql, parameters).first else { return nil }
        return try Envelope(parsing: try row.get("envelope", as: [UInt8].self))
    }
}
