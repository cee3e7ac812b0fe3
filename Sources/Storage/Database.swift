/// One database behind either engine.
///
/// Bodies are synchronous and run off the cooperative pool: nothing interleaves with a transaction. SQL is one
/// text for both engines wherever both accept it:
///
/// - `:name` parameters; text sorts and compares by its bytes.
/// - `NULL` sorts first on SQLite and last on PostgreSQL: say `NULLS FIRST` or `NULLS LAST` where it can occur.
/// - `x'00ff'` is a blob on both. No `E'…'` strings, and no array slices with a parameter.
/// - A statement that fails ends the transaction: what follows, and the commit, fail for the same reason.
/// - No `BEGIN`, `COMMIT`, `ROLLBACK` or `SAVEPOINT`: the closure is the transaction.
public protocol Database: Sendable {
    var engine: Engine { get }

    /// Reads in one consistent snapshot; writing throws.
    ///
    /// - Throws: what `body` throws; `StorageError` if the engine fails.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Writes in one transaction, durable when this returns; whatever is thrown, nothing of it was done.
    ///
    /// SQLite has one writer at a time. PostgreSQL runs several, each statement seeing what was committed before
    /// it: lock the row on which a decision rests (`SELECT … FOR UPDATE`, PostgreSQL only).
    ///
    /// - Throws: what `body` throws; `StorageError` if the engine fails. Only `StorageError.outcomeUnknown`
    ///   leaves open whether the transaction was committed.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Waits for what runs, then lets go of files and servers. What is asked afterwards is refused.
    func close() async
}

extension Database {
    /// Reads in one snapshot as the registry itself: rows that the engine guards are shown.
    ///
    /// For what looks at the record and the tables as such; whoever reads for a viewer says which.
    public func readAll<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await read { connection in
            try connection.show(.all)
            return try body(connection)
        }
    }
}
