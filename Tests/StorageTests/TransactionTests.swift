import Storage
import TestSupport
import Testing

@Suite struct TransactionTests {
    private struct Stop: Error {}
    private static let tables = """
        CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, CHECK (name <> ''));
        CREATE TABLE child (id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id));
        """

    private static func count(_ database: any Database) async throws -> Int {
        try await database.read { try $0.query("SELECT count(*) AS n FROM parent").first?.get("n") ?? -1 }
    }

    private static func add(_ id: Int, _ name: String?, _ connection: any Connection) throws {
        try connection.execute("INSERT INTO parent (id, name) VALUES (:id, :name)", ["id": id, "name": name])
    }

    @Test(arguments: Engine.allCases)
    func `what is thrown undoes everything before it`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try Self.add(1, "a", connection)
                    #expect(try connection.query("SELECT * FROM parent").count == 1)
                    throw Stop()
                }
            }
            #expect(try await Self.count(database) == 0)
            try await database.write { try Self.add(1, "a", $0) }
            #expect(try await Self.count(database) == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `each constraint is told by its kind, and nothing is half done`(engine: Engine) async throws {
        let broken: [(StorageError.Constraint, String)] = [
            (.unique, "INSERT INTO parent VALUES (1, 'other')"),
            (.unique, "INSERT INTO parent VALUES (2, 'a')"),
            (.notNull, "INSERT INTO parent VALUES (2, NULL)"), (.check, "INSERT INTO parent VALUES (2, '')"),
            (.foreignKey, "INSERT INTO child VALUES (1, 9)"),
            (.foreignKey, "DELETE FROM parent WHERE id = 1"),
        ]
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            try await database.write { connection in
                try Self.add(1, "a", connection)
                try connection.execute("INSERT INTO child VALUES (7, 1)")
            }
            for (kind, sql) in broken {
                await #expect(throws: StorageError.constraint(kind)) {
                    try await database.write { connection in
                        try Self.add(50, "before", connection)
                        try connection.execute(sql)
                        try Self.add(51, "after", connection)
                    }
                }
            }
            #expect(try await Self.count(database) == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a failed statement ends the transaction even if the failure is caught`(engine: Engine) async throws
    {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            await #expect(throws: StorageError.constraint(.notNull)) {
                try await database.write { connection in
                    try Self.add(1, "a", connection)
                    do { _ = try connection.executeCounting("INSERT INTO parent VALUES (2, NULL)") } catch {}
                    #expect(throws: StorageError.constraint(.notNull)) { try Self.add(3, "c", connection) }
                }
            }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a statement that was sent without waiting still undoes the transaction`(engine: Engine) async throws
    {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            for wrong in [0, 1, 999, 2_500, 4_999] {
                await #expect(throws: StorageError.constraint(.notNull)) {
                    try await database.write { connection in
                        for id in 0..<5_000 { try Self.add(id, id == wrong ? nil : "n\(id)", connection) }
                    }
                }
                #expect(try await Self.count(database) == 0)
            }
            try await database.write { connection in
                for id in 0..<5_000 { try Self.add(id, "n\(id)", connection) }
            }
            #expect(try await Self.count(database) == 5_000)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader keeps its snapshot while others write`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            try await database.write { try Self.add(1, "a", $0) }
            let (looked, mayLook) = (AsyncStream<Void>.makeStream(), Gate())
            async let counts = database.read { connection in
                let before = try connection.query("SELECT count(*) AS n FROM parent").first?.get(
                    "n", as: Int.self)
                looked.continuation.yield()
                mayLook.wait()
                let after = try connection.query("SELECT count(*) AS n FROM parent").first?.get(
                    "n", as: Int.self)
                return [before, after]
            }
            for await _ in looked.stream { break }
            try await database.write { try Self.add(2, "b", $0) }
            mayLook.open()
            #expect(try await counts == [1, 1])
            #expect(try await Self.count(database) == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a read transaction cannot write`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            await #expect(throws: StorageError.readOnly) {
                try await database.read { _ = try $0.executeCounting("INSERT INTO parent VALUES (1, 'a')") }
            }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `statements are counted, each once`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            let counts = try await database.write { connection in
                let before = connection.statementCount
                for id in 1...3 { try Self.add(id, "n\(id)", connection) }
                let changed = try connection.executeCounting(
                    "UPDATE parent SET name = name || '!' WHERE id > 1")
                _ = try connection.query("SELECT * FROM parent")
                return [before, changed, connection.statementCount]
            }
            #expect(counts == [0, 2, 5])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a stream brings every row in order`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            for total in [0, 1, 999, 1_000, 2_001] {
                let read = try await database.write { connection in
                    try connection.execute("DELETE FROM parent")
                    for id in 0..<total { try Self.add(id, "n\(id)", connection) }
                    var read: [Int] = []
                    for _ in 0..<2 {
                        try connection.stream(
                            "SELECT id FROM parent WHERE id >= :low ORDER BY id", ["low": 0]
                        ) { read.append(try $0.get("id")) }
                    }
                    return read
                }
                #expect(read == Array(0..<total) + Array(0..<total))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `writers that lock the row they rest on lose no update`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.tables)
            try await database.write { try Self.add(0, "0", $0) }
            let lock = engine == .postgresql ? " FOR UPDATE" : ""
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.write { connection in
                            let name = try connection.query("SELECT name FROM parent WHERE id = 0\(lock)")
                                .first?
                                .get("name", as: String.self)
                            let next = (name.flatMap { Int($0) } ?? 0) + 1
                            try connection.execute(
                                "UPDATE parent SET name = :name WHERE id = 0", ["name": "\(next)"])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let last = try await database.read { try $0.query("SELECT name FROM parent").first?["name"] }
            #expect(last == .text("40"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed database refuses`(engine: Engine) async throws {
        try await TestDatabase.withLocation(engine) { location in
            let database = try await openDatabase(at: location, settings: .patient)
            await database.close()
            await #expect(throws: StorageError.closed) {
                try await database.read { try $0.query("SELECT 1") }
            }
            await #expect(throws: StorageError.closed) {
                try await database.write { try $0.query("SELECT 1") }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a wrong statement says which name is wrong, and no value`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.read { try $0.query("SELECT :v AS v FROM nowhere", ["v": "secret"]) }
            }
            guard case .statement(let words)? = error else {
                throw SetUpFailure(words: "\(String(describing: error))")
            }
            #expect(words.contains("nowhere") && !words.contains("secret"))
        }
    }
}
