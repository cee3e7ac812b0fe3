import Record
import Storage

extension Registry {
    /// A value that the program keeps for itself; nil where it was never set.
    public func setting(_ name: String) async throws -> String? {
        try await database.read { connection in
            try connection.query("SELECT value FROM setting WHERE name = :name", ["name": name])
                .first?.get("value")
        }
    }

    /// Keeps a value, unless another node kept one first.
    ///
    /// - Returns: the value that stands.
    public func keepSetting(_ name: String, _ value: String) async throws -> String {
        try await database.write { connection in
            try connection.execute(
                "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING",
                ["name": name, "value": value])
            return try connection.query("SELECT value FROM setting WHERE name = :name", ["name": name])
                .first?.get("value") ?? value
        }
    }

    /// Whether the data are the demonstration world.
    public func isDemonstration() async throws -> Bool { try await setting("demonstration") == "yes" }

    /// How many entries the record has, and the time of the last.
    public func extent() async throws -> (entries: Int, lastAt: Instant) {
        try await database.read { connection in
            let rows = try connection.query("SELECT size, at FROM record_head WHERE id = 0", [:])
            guard let row = rows.first, let at = Instant(try row.get("at", as: String.self)) else {
                throw RecordFault.headMissing
            }
            return (try row.get("size"), at)
        }
    }
}

extension Registry {
    /// What decides how a database is opened.
    public struct OpeningState: Sendable {
        public let entries: Int
        /// Time of the last entry.
        public let lastAt: Instant
        public let isDemonstration: Bool
    }

    /// Looks at a migrated database before there is a registry on it.
    public static func openingState(of database: any Database) async throws -> OpeningState {
        try await database.read { connection in
            let rows = try connection.query("SELECT size, at FROM record_head WHERE id = 0", [:])
            guard let row = rows.first, let at = Instant(try row.get("at", as: String.self)) else {
                throw RecordFault.headMissing
            }
            let marks = try connection.query("SELECT value FROM setting WHERE name = 'demonstration'", [:])
            return OpeningState(
                entries: try row.get("size"), lastAt: at,
                isDemonstration: try marks.first?.get("value", as: String.self) == "yes")
        }
    }
}
