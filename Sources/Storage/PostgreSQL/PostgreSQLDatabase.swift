/// The server engine: a bounded number of connections, each on a thread of its own.
final class PostgreSQLDatabase: Database {
    let engine = Engine.postgresql
    private let pool: PostgreSQLPool

    /// - Throws: `StorageError.unreachable` where no host of the URL answers.
    init(url: String, _ settings: DatabaseSettings) async throws {
        pool = PostgreSQLPool(url: url, settings)
        do {
            try await read { _ = try $0.query("SELECT 1") }
        } catch {
            await pool.close()
            throw error
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await pool.run { session in
            let connection = PostgreSQLConnection(session, .read)
            do {
                let value = try body(connection)
                try connection.endReading()
                return value
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await pool.run { session in
            let connection = PostgreSQLConnection(session, .write)
            do {
                let value = try body(connection)
                try connection.commit()
                return value
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }

    func close() async { await pool.close() }
}
