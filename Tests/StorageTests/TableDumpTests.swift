import Storage
import Synchronization
import TestSeeds
import TestSupport
import Testing

@Suite struct TableDumpTests {
    private static let migrations = [
        Migration(
            1, "tables",
            """
            CREATE TABLE node (
                id        INTEGER NOT NULL PRIMARY KEY,
                parent_id INTEGER REFERENCES node (id)
            );
            CREATE TABLE leaf (
                node_id INTEGER NOT NULL REFERENCES node (id),
                words   TEXT,
                share   REAL,
                bytes   BLOB
            );
            CREATE TABLE made_again (id INTEGER NOT NULL PRIMARY KEY);
            """),
        Migration(
            2, "later", "CREATE TABLE later (id INTEGER NOT NULL PRIMARY KEY); INSERT INTO later VALUES (1);"),
    ]

    private static let pairs: [(Engine, Engine)] = Engine.allCases.flatMap { from in
        Engine.allCases.map { (from, $0) }
    }

    /// Rows that name parents which come after them.
    private static func fill(_ database: any Database, rows: Int, seed: UInt64) async throws {
        try await database.write { connection in
            var random = SeededGenerator(seed: seed)
            for id in (0..<rows).reversed() {
                try connection.execute(
                    "INSERT INTO node VALUES (:id, :parent)",
                    ["id": id, "parent": id == rows - 1 ? nil : id + 1])
            }
            let words: [SQLValue] = [.null, .text(""), .text("中"), .text("a"), .text("é"), .text("Z")]
            let shares: [SQLValue] = [.null, .real(-1.5), .real(1e300), .real(0.1)]
            for _ in 0..<(rows * 2) {
                let bytes = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                try connection.execute(
                    "INSERT INTO leaf VALUES (:node, :words, :share, :bytes)",
                    [
                        "node": Int.random(in: 0..<rows, using: &random),
                        "words": words[Int.random(in: 0..<words.count, using: &random)],
                        "share": shares[Int.random(in: 0..<shares.count, using: &random)],
                        "bytes": bytes.isEmpty ? SQLValue.null : SQLValue.blob(bytes),
                    ])
            }
            try connection.execute("INSERT INTO made_again VALUES (1)")
        }
    }

    private static func digests(_ database: any Database) async throws -> [CanonicalRows.Digest] {
        try await database.read { connection in
            try ["node", "leaf", "later"].map { try CanonicalRows.digest(of: $0, connection) }
        }
    }

    private static func dump(_ database: any Database) async throws -> [UInt8] {
        let bytes = Kept()
        try await TableDump.write(database, leavingOut: ["made_again"]) { bytes.append($0) }
        return bytes.all
    }

    /// Gives bytes in pieces of odd sizes.
    private static func pieces(_ bytes: [UInt8], of size: Int) -> @Sendable () -> [UInt8]? {
        let position = Mutex(0)
        return {
            position.withLock { position in
                guard position < bytes.count else { return nil }
                defer { position += size }
                return Array(bytes[position..<min(position + size, bytes.count)])
            }
        }
    }

    @Test(arguments: pairs)
    func `a copy of one engine restores into the other`(from: Engine, to: Engine) async throws {
        try await TestDatabase.with(from) { source in
            try await Migrations.migrate(source, Self.migrations)
            try await Self.fill(source, rows: 300, seed: 1)
            let bytes = try await Self.dump(source)
            try await TestDatabase.with(to) { target in
                try await Migrations.migrate(target, Self.migrations)
                try await Self.fill(target, rows: 7, seed: 2)
                let count = try await TableDump.read(
                    into: target, Self.migrations, from: Self.pieces(bytes, of: 997))
                #expect(count == 901)
                #expect(try await Self.digests(target) == Self.digests(source))
                // The schema's promises hold again.
                await #expect(throws: StorageError.constraint(.foreignKey)) {
                    try await target.write { try $0.execute("INSERT INTO node VALUES (-1, -2)") }
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy of an older schema is brought to the newest`(engine: Engine) async throws {
        try await TestDatabase.with(.sqlite) { source in
            try await Migrations.migrate(source, [Self.migrations[0]])
            let bytes = try await Self.dump(source)
            try await TestDatabase.with(engine) { target in
                try await TableDump.read(into: target, Self.migrations, from: Self.pieces(bytes, of: 64))
                #expect(try await target.read { try Migrations.number($0) } == 2)
                #expect(try await target.read { try $0.query("SELECT id FROM later") }.count == 1)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a cut or altered copy changes nothing`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await Migrations.migrate(database, Self.migrations)
            try await Self.fill(database, rows: 20, seed: 3)
            let bytes = try await Self.dump(database)
            let before = try await Self.digests(database)
            var random = SeededGenerator(seed: 4)
            for _ in 0..<40 {
                var wrong = bytes
                if Bool.random(using: &random) {
                    wrong.removeLast(Int.random(in: 1...bytes.count, using: &random))
                } else {
                    wrong[Int.random(in: 0..<bytes.count, using: &random)] ^=
                        1 << UInt8.random(in: 0..<8, using: &random)
                }
                await #expect(throws: StorageError.self) {
                    try await TableDump.read(
                        into: database, Self.migrations, from: Self.pieces(wrong, of: 100))
                }
                #expect(try await Self.digests(database) == before)
            }
        }
    }

    @Test func `a copy of a newer program is refused`() async throws {
        try await TestDatabase.with(.sqlite) { database in
            try await Migrations.migrate(database, Self.migrations)
            let bytes = try await Self.dump(database)
            try await TestDatabase.with(.sqlite) { older in
                await #expect(throws: StorageError.tooNew(found: 2, known: 1)) {
                    try await TableDump.read(
                        into: older, [Self.migrations[0]], from: Self.pieces(bytes, of: 100))
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a digest changes with any row and does not depend on the order of writing`(engine: Engine)
        async throws
    {
        try await TestDatabase.with(engine) { database in
            try await Migrations.migrate(database, Self.migrations)
            let digests = try await database.write { connection in
                let rows = ["a", "b", "c"]
                var digests: [CanonicalRows.Digest] = []
                for order in [rows, rows.reversed(), ["a", "b", "b"], ["a", "b"]] {
                    try connection.execute("DELETE FROM leaf")
                    try connection.execute("DELETE FROM node")
                    try connection.execute("INSERT INTO node VALUES (1, NULL)")
                    for words in order {
                        try connection.execute(
                            "INSERT INTO leaf (node_id, words) VALUES (1, :words)", ["words": words])
                    }
                    digests.append(try CanonicalRows.digest(of: "leaf", connection))
                }
                return digests
            }
            #expect(digests[0] == digests[1])
            #expect(Set(digests).count == 3)
            #expect(digests.map(\.count) == [3, 3, 3, 2])
        }
    }
}
