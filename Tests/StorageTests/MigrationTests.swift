import Storage
import TestSupport
import Testing

@Suite struct MigrationTests {
    private static let first = Migration(1, "first", "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY);")
    private static let second = Migration(
        2, "second", "CREATE TABLE b (id TEXT NOT NULL PRIMARY KEY); INSERT INTO a VALUES (7);")

    private static func tables(_ database: any Database) async throws -> [String] {
        try await database.read { connection in
            try ["a", "b", "c"].filter { name in
                let sql =
                    connection.engine == .sqlite
                    ? "SELECT name FROM sqlite_schema WHERE name = :name"
                    : "SELECT relname::text FROM pg_class WHERE oid = to_regclass(:name)"
                return try connection.query(sql, ["name": name]).count == 1
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `each step is carried out once, in order`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await Migrations.migrate(database, [Self.first])
            try await Migrations.migrate(database, [Self.first, Self.second])
            try await Migrations.migrate(database, [Self.first, Self.second])
            #expect(try await Self.tables(database) == ["a", "b"])
            #expect(try await database.read { try Migrations.number($0) } == 2)
            #expect(try await database.read { try $0.query("SELECT id FROM a") }.count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a newer schema is refused with both numbers`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await Migrations.migrate(database, [Self.first, Self.second])
            await #expect(throws: StorageError.tooNew(found: 2, known: 1)) {
                try await Migrations.migrate(database, [Self.first])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an edited step is refused`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await Migrations.migrate(database, [Self.first])
            let edited = Migration(1, "first", "CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY);")
            await #expect(throws: StorageError.editedMigration(number: 1)) {
                try await Migrations.migrate(database, [edited, Self.second])
            }
            #expect(try await Self.tables(database) == ["a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an interrupted step leaves the schema before it whole`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            let broken = Migration(2, "broken", "CREATE TABLE b (id TEXT); INSERT INTO a VALUES (1), (1);")
            let third = Migration(3, "third", "CREATE TABLE c (id TEXT);")
            await #expect(throws: StorageError.constraint(.unique)) {
                try await Migrations.migrate(database, [Self.first, broken, third])
            }
            #expect(try await Self.tables(database) == ["a"])
            #expect(try await database.read { try Migrations.number($0) } == 1)
            try await Migrations.migrate(database, [Self.first, Self.second])
            #expect(try await Self.tables(database) == ["a", "b"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `nodes that start at once do not disturb each other`(engine: Engine) async throws {
        try await TestDatabase.withLocation(engine) { location in
            var nodes: [any Database] = []
            for _ in 0..<12 { nodes.append(try await openDatabase(at: location, settings: .patient)) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for node in nodes {
                    group.addTask { try await Migrations.migrate(node, [Self.first, Self.second]) }
                }
                try await group.waitForAll()
            }
            for node in nodes { await node.close() }
            let database = try await openDatabase(at: location, settings: .patient)
            #expect(try await database.read { try $0.query("SELECT id FROM a") }.count == 1)
            await database.close()
        }
    }
}
