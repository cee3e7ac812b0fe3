import Foundation
import GRDB

/// The embedded engine: a write-ahead log, one writer, readers that neither wait nor make wait.
final class SQLiteDatabase: Database {
    let engine = Engine.sqlite
    private let pool: DatabasePool
    /// Deleted when closed.
    private let temporaryDirectory: String?

    /// Opens `stocktake.sqlite` in a directory, made if missing.
    init(directory: String, _ settings: DatabaseSettings) throws {
        temporaryDirectory = nil
        pool = try Self.open(directory, settings, synchronous: "FULL")
    }

    /// Opens a file that nobody misses.
    init(temporary settings: DatabaseSettings) throws {
        var template = Array("\(NSTemporaryDirectory())/stocktake-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw StorageError.unreachable("temporary directory") }
        let directory = String(cString: made)
        temporaryDirectory = directory
        pool = try Self.open(directory, settings, synchronous: "OFF")
    }

    deinit { removeTemporaryDirectory() }

    private static func open(
        _ directory: String, _ settings: DatabaseSettings, synchronous: String
    ) throws -> DatabasePool {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError.unreachable("directory \(directory)")
        }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(TimeInterval(settings.patienceSeconds))
        configuration.maximumReaderCount = settings.connections
        configuration.publicStatementArguments = false
        do {
            let pool = try DatabasePool(path: directory + "/stocktake.sqlite", configuration: configuration)
            // GRDB leaves the writer at NORMAL, under which a power cut may lose what was acknowledged.
            // What is deleted is overwritten: an erasure must not leave its text in free pages.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = \(synchronous)")
                try $0.execute(sql: "PRAGMA secure_delete = ON")
            }
            return pool
        } catch {
            throw SQLiteErrors.translated(error)
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read { database in
                let connection = SQLiteConnection(database)
                let value = try body(connection)
                if let failure = connection.failure { throw failure }
                return value
            }
        } catch {
            throw SQLiteErrors.translated(error)
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.writeWithoutTransaction { database in
                var result: Result<Value, any Error> = .failure(StorageError.closed)
                try database.inTransaction(.immediate) {
                    let connection = SQLiteConnection(database)
                    result = .success(try body(connection))
                    if let failure = connection.failure { throw failure }
                    return .commit
                }
                return try result.get()
            }
        } catch {
            throw SQLiteErrors.translated(error)
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [self] in
                // Waits for running transactions; where a reader still holds on, the file closes with it.
                do { try pool.close() } catch { pool.releaseMemory() }
                removeTemporaryDirectory()
                continuation.resume()
            }
        }
    }

    private func removeTemporaryDirectory() {
        guard let temporaryDirectory else { return }
        do { try FileManager.default.removeItem(atPath: temporaryDirectory) } catch { return }
    }
}
