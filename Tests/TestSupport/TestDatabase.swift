import Foundation
import Storage
import Synchronization

/// Fresh empty databases, one per test, gone afterwards.
///
/// On SQLite a temporary directory; on PostgreSQL a schema of its own, named in the URL's search path.
public enum TestDatabase {
    private static let made = Mutex(0)

    /// Runs a test on an empty open database.
    @discardableResult
    public static func with<Value>(
        _ engine: Engine, settings: DatabaseSettings = .patient,
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        try await withLocation(engine) { location in
            let database = try await openDatabase(at: location, settings: settings)
            do {
                let value = try await body(database)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Runs a test that opens the empty database itself, perhaps several times.
    @discardableResult
    public static func withLocation<Value>(
        _ engine: Engine, _ body: (DatabaseLocation) async throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite: try await withDirectory { try await body(.sqlite(directory: $0)) }
        case .postgresql: try await withSchema(body)
        }
    }

    /// Runs a test with an empty temporary directory.
    @discardableResult
    public static func withDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        var template = Array("\(NSTemporaryDirectory())/stocktake-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SetUpFailure(words: "no temporary directory") }
        let directory = String(cString: made)
        defer { removeDirectory(directory) }
        return try await body(directory)
    }

    private static func removeDirectory(_ directory: String) {
        do { try FileManager.default.removeItem(atPath: directory) } catch { return }
    }

    private static func withSchema<Value>(
        _ body: (DatabaseLocation) async throws -> Value
    ) async throws -> Value {
        let url = try SharedServer.url()
        let number = made.withLock { made in
            made += 1
            return made
        }
        let schema = "test_\(getpid())_\(number)"
        try await administer(url, "DROP SCHEMA IF EXISTS \(schema) CASCADE; CREATE SCHEMA \(schema)")
        let separator = url.contains("?") ? "&" : "?"
        let location = DatabaseLocation.postgresql(
            url: "\(url)\(separator)options=-csearch_path%3D\(schema)")
        do {
            let value = try await body(location)
            try await administer(url, "DROP SCHEMA \(schema) CASCADE")
            return value
        } catch {
            try await administer(url, "DROP SCHEMA \(schema) CASCADE")
            throw error
        }
    }

    private static func administer(_ url: String, _ script: String) async throws {
        var settings = DatabaseSettings.patient
        settings.connections = 1
        let database = try await openDatabase(at: .postgresql(url: url), settings: settings)
        do {
            try await database.write { try $0.executeScript(script) }
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}

extension DatabaseSettings {
    /// For what is to come through however busy the machine is: only a test of waiting itself waits as the product does.
    public static var patient: DatabaseSettings {
        var settings = DatabaseSettings()
        settings.patienceSeconds = 600
        settings.statementSeconds = 600
        return settings
    }
}
