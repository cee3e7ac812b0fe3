/// The database inside one transaction; it must not outlive the closure that received it.
public protocol Connection: AnyObject {
    var engine: Engine { get }

    /// Statements that ran since the closure began, so that a test can hold it constant in the number of rows.
    var statementCount: Int { get }

    /// All rows that the statement gives.
    ///
    /// - Parameters:
    ///   - sql: one statement with `:name` parameters.
    ///   - parameters: exactly the names that the statement uses; more are allowed, fewer throw.
    func query(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> [Row]

    /// Hands over rows one by one, for results that should not stand in memory at once.
    ///
    /// - Parameter body: must not run statements on this connection.
    func stream(
        _ sql: String, _ parameters: [String: any SQLConvertible], _ body: (Row) throws -> Void) throws

    /// Runs one statement without a result. PostgreSQL sends it without waiting: what it refuses surfaces at
    /// the next query or at the commit, and undoes the transaction all the same.
    func execute(_ sql: String, _ parameters: [String: any SQLConvertible]) throws

    /// Runs one statement and waits.
    ///
    /// - Returns: rows inserted, updated or deleted.
    func executeCounting(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> Int

    /// Runs several statements that end with semicolons, without parameters.
    func executeScript(_ sql: String) throws

    /// Says for whom rows that the engine itself guards are shown, until the closure ends. PostgreSQL shows none of
    /// them to a read that did not say; a write sees all. SQLite has no such lock.
    func show(_ rows: GuardedRows) throws
}

/// For whom a transaction sees rows under row-level security.
public enum GuardedRows: Sendable {
    /// The registry itself: verifying, replaying, backing up.
    case all
    /// A viewer, by the parameters of the visible relations.
    case visible([String: String])
}

extension Connection {
    /// All rows of a statement without parameters.
    public func query(_ sql: String) throws -> [Row] { try query(sql, [:]) }

    /// Hands over the rows of a statement without parameters one by one.
    public func stream(_ sql: String, _ body: (Row) throws -> Void) throws { try stream(sql, [:], body) }

    /// Runs one statement without parameters.
    public func execute(_ sql: String) throws { try execute(sql, [:]) }

    /// Runs one statement without parameters, and counts the rows that it changed.
    public func executeCounting(_ sql: String) throws -> Int { try executeCounting(sql, [:]) }
}
