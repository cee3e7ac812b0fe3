import Storage
import TestSupport
import Testing

@Suite struct ValueTests {
    private static let table = """
        CREATE TABLE value (number INTEGER, share REAL, words TEXT, bytes BLOB);
        """

    private static let values: [[SQLValue]] = [
        [.null, .null, .null, .null],
        [.integer(0), .real(0), .text(""), .blob([])],
        [
            .integer(.max), .real(.greatestFiniteMagnitude), .text("反恐 👩🏽‍⚖️ e\u{301} '\\\"$1:x;--"),
            .blob([0, 255, 0]),
        ],
        [
            .integer(.min), .real(.leastNonzeroMagnitude), .text("\t\r\n\u{7F}\u{FFFF}"),
            .blob(Array(0...255)),
        ],
        [.integer(-1), .real(0.1 + 0.2), .text(String(repeating: "é", count: 70_000)), .blob([39, 92])],
        [.integer(1 << 53 + 1), .real(.infinity), .text("\\x00"), .blob(Array("text".utf8))],
    ]

    @Test(arguments: Engine.allCases)
    func `what is written is read unchanged`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.table)
            let read = try await database.write { connection in
                for row in Self.values {
                    try connection.execute(
                        "INSERT INTO value VALUES (:number, :share, :words, :bytes)",
                        ["number": row[0], "share": row[1], "words": row[2], "bytes": row[3]])
                }
                return try Self.values.indices.map { index in
                    let row = Self.values[index]
                    // Each value is found again by comparing, too.
                    return try connection.query(
                        """
                        SELECT number, share, words, bytes FROM value
                         WHERE (number = :number OR :number IS NULL AND number IS NULL)
                           AND (share = :share OR share IS NULL)
                           AND (words = :words OR words IS NULL) AND (bytes = :bytes OR bytes IS NULL)
                           AND coalesce(number, 7) = coalesce(:number, 7)
                        """,
                        [
                            "number": try Int?(sqlValue: row[0]), "share": try Double?(sqlValue: row[1]),
                            "words": try String?(sqlValue: row[2]), "bytes": try [UInt8]?(sqlValue: row[3]),
                        ])
                }
            }
            for (row, expected) in zip(read, Self.values) { #expect(row.map(\.values) == [expected]) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what one engine could not keep is refused by both`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.table)
            for bad in [SQLValue.real(.nan), .text("a\u{0}b")] {
                await #expect(throws: StorageError.self) {
                    try await database.write {
                        try $0.execute("INSERT INTO value (share) VALUES (:v)", ["v": bad])
                    }
                }
            }
            await #expect(throws: StorageError.constraint(.type)) {
                try await database.write {
                    try $0.execute("INSERT INTO value (number) VALUES (:v)", ["v": "many"])
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `text sorts and compares by its bytes`(engine: Engine) async throws {
        let words = ["", "B", "Z", "_", "a", "ab", "z", "é", "Ω", "中", "\u{FFFD}", "👍"]
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.table)
            let (sorted, above, upper) = try await database.write { connection in
                for word in words.reversed() {
                    try connection.execute("INSERT INTO value (words) VALUES (:word)", ["word": word])
                }
                return (
                    try connection.query("SELECT words FROM value ORDER BY words").map {
                        try $0.get("words", as: String.self)
                    },
                    try connection.query(
                        "SELECT words FROM value WHERE words > :z ORDER BY words", ["z": "z"]
                    )
                    .map { try $0.get("words", as: String.self) },
                    try connection.query("SELECT max(words) AS last FROM value").first?.get(
                        "last", as: String.self)
                )
            }
            #expect(sorted == words)
            #expect(above == ["é", "Ω", "中", "\u{FFFD}", "👍"])
            #expect(upper == "👍")
        }
    }

    @Test(arguments: Engine.allCases)
    func `sums stay whole and averages do not`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            try await database.migrateTable(Self.table)
            let row = try await database.write { connection in
                for number in [1, 2, 4, 5] {
                    try connection.execute("INSERT INTO value (number) VALUES (:n)", ["n": number])
                }
                return try connection.query(
                    "SELECT sum(number) AS total, count(*) AS n, avg(number) AS mean, :a + :b AS c FROM value",
                    ["a": 1, "b": 2])
            }
            #expect(row.map(\.values) == [[.integer(12), .integer(4), .real(3), .integer(3)]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader is told which column does not fit, and never its value`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            let row = try #require(try await database.read { try $0.query("SELECT 'secret' AS name") }.first)
            #expect(throws: StorageError.mismatch("name: INTEGER, not TEXT")) {
                try row.get("name", as: Int.self)
            }
            #expect(throws: StorageError.mismatch("no column other")) { try row.get("other", as: Int.self) }
            #expect(try row.optional("name", as: String.self) == "secret")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a parameter that was not given is named`(engine: Engine) async throws {
        try await TestDatabase.with(engine) { database in
            await #expect(throws: StorageError.parameterMissing("b")) {
                try await database.read { try $0.query("SELECT :a + :b AS c", ["a": 1]) }
            }
        }
    }
}
