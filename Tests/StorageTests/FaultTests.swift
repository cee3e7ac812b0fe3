import Foundation
import Storage
import TestSupport
import Testing

@Suite struct FaultTests {
    private static let table = "CREATE TABLE kept (id INTEGER NOT NULL PRIMARY KEY, bytes BLOB);"

    private static func ids(_ database: any Database) async throws -> [Int] {
        try await database.read { try $0.query("SELECT id FROM kept ORDER BY id").map { try $0.get("id") } }
    }

    private static func add(_ id: Int, _ database: any Database) async throws {
        try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (:id)", ["id": id]) }
    }

    @Test(arguments: [false, true])
    func `a server that went away is told, and used again when it is back`(crashes: Bool) async throws {
        let server = try PostgreSQLServer()
        defer { server.remove() }
        let database = try await openDatabase(at: .postgresql(url: server.url), settings: .patient)
        try await database.migrateTable(Self.table)
        try await Self.add(1, database)

        if crashes { try server.kill() } else { try server.stop() }
        for _ in 0..<3 {
            let error = await #expect(throws: StorageError.self) { try await Self.add(2, database) }
            guard case .unreachable? = error else {
                throw SetUpFailure(words: "not told as unreachable: \(String(describing: error))")
            }
            #expect(error?.isTransient == true)
        }
        try server.start()
        try await Self.add(3, database)
        #expect(try await Self.ids(database) == [1, 3])
        await database.close()
    }

    @Test func `a server that dies inside a transaction undoes it`() async throws {
        let server = try PostgreSQLServer()
        defer { server.remove() }
        let database = try await openDatabase(at: .postgresql(url: server.url), settings: .patient)
        try await database.migrateTable(Self.table)
        let error = await #expect(throws: StorageError.self) {
            try await database.write { connection in
                _ = try connection.executeCounting("INSERT INTO kept (id) VALUES (1)")
                try server.kill()
                _ = try connection.query("SELECT id FROM kept")
            }
        }
        guard case .unreachable? = error else {
            throw SetUpFailure(words: "not told as unreachable: \(String(describing: error))")
        }
        // Killed between the last statement and the commit: nobody can know without looking.
        try server.start()
        await #expect(throws: StorageError.outcomeUnknown) {
            try await database.write { connection in
                _ = try connection.executeCounting("INSERT INTO kept (id) VALUES (2)")
                try server.kill()
            }
        }
        try server.start()
        #expect(try await Self.ids(database) == [])
        await database.close()
    }

    @Test func `nothing that was acknowledged is lost when the server crashes`() async throws {
        let server = try PostgreSQLServer()
        defer { server.remove() }
        let database = try await openDatabase(at: .postgresql(url: server.url), settings: .patient)
        try await database.migrateTable(Self.table)
        for round in 0..<3 {
            let acknowledged = try await withThrowingTaskGroup(of: Int?.self) { group in
                for id in 0..<200 {
                    group.addTask {
                        do { try await Self.add(round * 1_000 + id, database) } catch { return nil }
                        if id == 60 { try server.kill() }
                        return round * 1_000 + id
                    }
                }
                return try await group.reduce(into: []) { acknowledged, id in
                    id.map { acknowledged.append($0) }
                }
            }
            try server.start()
            #expect(!acknowledged.isEmpty)
            #expect(Set(try await Self.ids(database)).isSuperset(of: acknowledged))
        }
        await database.close()
    }

    @Test func `whoever finds no connection for too long is told that it is busy`() async throws {
        var settings = DatabaseSettings()
        settings.connections = 1
        settings.waiting = 0
        try await TestDatabase.with(.postgresql, settings: settings) { database in
            let (holds, gate) = (AsyncStream<Void>.makeStream(), Gate())
            async let held: Void = database.read { _ in
                holds.continuation.yield()
                gate.wait()
            }
            for await _ in holds.stream { break }
            await #expect(throws: StorageError.busy) { try await database.read { try $0.query("SELECT 1") } }
            gate.open()
            try await held
            #expect(try await database.read { try $0.query("SELECT 1") }.count == 1)
        }
    }

    @Test func `a full disk undoes the transaction and leaves the database whole`() async throws {
        try await TestDatabase.with(.sqlite) { database in
            try await database.migrateTable(Self.table)
            try await Self.add(1, database)
            let bytes = [UInt8](repeating: 7, count: 100_000)
            await #expect(throws: StorageError.full) {
                try await database.write { connection in
                    let pages =
                        try connection.query("PRAGMA page_count").first?.get("page_count", as: Int.self) ?? 0
                    _ = try connection.query("PRAGMA max_page_count = \(pages + 10)")
                    try connection.execute("INSERT INTO kept (id) VALUES (2)")
                    try connection.execute("INSERT INTO kept VALUES (3, :bytes)", ["bytes": bytes])
                }
            }
            #expect(try await Self.ids(database) == [1])
            try await database.write { _ = try $0.query("PRAGMA max_page_count = 1000000") }
            try await database.write {
                try $0.execute("INSERT INTO kept VALUES (3, :bytes)", ["bytes": bytes])
            }
            let verdict = try await database.read { try $0.query("PRAGMA integrity_check").first?.values }
            #expect(verdict == [.text("ok")])
        }
    }

    @Test func `a file that is no database is told as damaged`() async throws {
        try await TestDatabase.withDirectory { directory in
            let path = URL(fileURLWithPath: directory + "/stocktake.sqlite")
            try Data(repeating: 0x41, count: 8_192).write(to: path)
            await #expect(throws: StorageError.corrupt) {
                let database = try await openDatabase(at: .sqlite(directory: directory), settings: .patient)
                _ = try await database.read { try $0.query("SELECT * FROM sqlite_schema") }
            }
        }
    }

    @Test func `a place that cannot be reached is named without its password`() async throws {
        let url = "postgres://somebody:secret@127.0.0.1:1/nowhere"
        let error = await #expect(throws: StorageError.self) {
            try await openDatabase(at: .postgresql(url: url), settings: .patient)
        }
        let words = String(describing: error)
        #expect(words.contains("127.0.0.1") && !words.contains("secret"))
    }

    @Test func `SQLite forces each commit to disk, checks keys and keeps a log`() async throws {
        try await TestDatabase.with(.sqlite) { database in
            let settings = try await database.write { connection in
                try ["synchronous", "foreign_keys", "journal_mode"].map {
                    try connection.query("PRAGMA \($0)").first?.values.first
                }
            }
            #expect(settings == [.integer(2), .integer(1), .text("wal")])
        }
    }
}
