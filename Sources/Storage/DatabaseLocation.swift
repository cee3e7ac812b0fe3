/// Where a database is, and therefore on which engine.
public enum DatabaseLocation: Sendable, Hashable {
    /// A directory, made if missing, which holds `stocktake.sqlite`.
    case sqlite(directory: String)
    /// `postgres://user@host1:5432,host2:5432/name`: of several hosts the one that accepts writes is used.
    case postgresql(url: String)
    /// An SQLite file in a new temporary directory, deleted when closed; not durable.
    case temporary
}

/// Bounds of a database; the defaults suit a server with a few hundred people.
public struct DatabaseSettings: Sendable {
    /// Connections that read at once; on PostgreSQL, connections in all.
    public var connections = 8
    /// Those that may wait for a connection before the next is refused with `busy`.
    public var waiting = 1_000
    /// How long one waits for a connection or a lock, in seconds.
    public var patienceSeconds = 10
    /// How long one statement may run on PostgreSQL, in seconds.
    public var statementSeconds = 60
    /// Prepared statements that one PostgreSQL connection remembers.
    public var statements = 400

    public init() {}
}

/// Opens a database, and makes an empty one where there is none.
///
/// - Throws: `StorageError.unreachable`, `.corrupt`.
public func openDatabase(
    at location: DatabaseLocation, settings: DatabaseSettings = DatabaseSettings()
) async throws -> any Database {
    switch location {
    case .sqlite(let directory): try SQLiteDatabase(directory: directory, settings)
    case .temporary: try SQLiteDatabase(temporary: settings)
    case .postgresql(let url): try await PostgreSQLDatabase(url: url, settings)
    }
}
