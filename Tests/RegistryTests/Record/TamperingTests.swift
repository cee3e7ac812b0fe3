import Record
import Storage
import Testing

@testable import Registry

/// What somebody with the disk in their hands does to the record is found, by the program and by a stranger's.
@Suite struct TamperingTests {
    /// Statements that change the tables, by what they do. `{n}` is an entry in the middle.
    static let tampering: [(name: String, sql: [String])] = [
        ("a byte of an envelope", ["UPDATE record_entry SET envelope = x'7b7d' WHERE entry_index = {n}"]),
        (
            "the time in a row",
            ["UPDATE record_entry SET at = '2020-01-01T00:00:00.000000Z' WHERE entry_index = {n}"]
        ),
        ("the identifier in a row", ["UPDATE record_entry SET id = 'other' WHERE entry_index = {n}"]),
        ("the pack in a row", ["UPDATE record_entry SET pack = 'other' WHERE entry_index = {n}"]),
        ("a leaf hash", ["UPDATE record_entry SET leaf_hash = zeroblob(32) WHERE entry_index = {n}"]),
        (
            "a payload",
            ["UPDATE record_opening SET payload = x'7b7d' WHERE entry_index = {n} AND part = 'fields'"]
        ),
        (
            "a salt",
            ["UPDATE record_opening SET salt = zeroblob(32) WHERE entry_index = {n} AND part = 'who'"]
        ),
        (
            "payloads swapped",
            [
                """
                UPDATE record_opening SET payload = (SELECT other.payload FROM record_opening AS other
                 WHERE other.entry_index = {n} - record_opening.entry_index + {n} + 1
                   AND other.part = record_opening.part)
                 WHERE entry_index IN ({n}, {n} + 1) AND part = 'fields'
                """
            ]
        ),
        ("an opening removed", ["DELETE FROM record_opening WHERE entry_index = {n} AND part = 'objects'"]),
        (
            "fields erased without an erasure",
            [
                "UPDATE record_opening SET salt = NULL, payload = NULL WHERE entry_index = {n} AND part = 'fields'"
            ]
        ),
        (
            "who erased",
            ["UPDATE record_opening SET salt = NULL, payload = NULL WHERE entry_index = {n} AND part = 'who'"]
        ),
        ("a node", ["UPDATE record_node SET hash = zeroblob(32) WHERE level = 1 AND position = 2"]),
        ("a node removed", ["DELETE FROM record_node WHERE level = 2 AND position = 1"]),
        ("a node too many", ["INSERT INTO record_node VALUES (9, 9, zeroblob(32))"]),
        ("the root", ["UPDATE record_head SET root = zeroblob(32)"]),
        ("the size", ["UPDATE record_head SET size = size - 1"]),
        ("the frontier", ["UPDATE record_head SET frontier = zeroblob(32)"]),
        (
            "the last entry deleted",
            [
                "DELETE FROM record_opening WHERE entry_index = (SELECT max(entry_index) FROM record_entry)",
                "DELETE FROM record_entry WHERE entry_index = (SELECT max(entry_index) FROM record_entry)",
            ]
        ),
        (
            "an entry deleted",
            [
                "DELETE FROM record_opening WHERE entry_index = {n}",
                "DELETE FROM record_entry WHERE entry_index = {n}",
            ]
        ),
        (
            "entries swapped",
            [
                "UPDATE record_entry SET entry_index = -1 WHERE entry_index = {n}",
                "UPDATE record_entry SET entry_index = {n} WHERE entry_index = {n} + 1",
                "UPDATE record_entry SET entry_index = {n} + 1 WHERE entry_index = -1",
            ]
        ),
        ("a checkpoint's note", ["UPDATE record_checkpoint SET note = replace(note, 'tests', 'toast')"]),
        ("a checkpoint's size", ["UPDATE record_checkpoint SET size = size - 1"]),
    ]

    @Test(arguments: tampering.map(\.name))
    func `what was tampered with is found by both verifiers`(name: String) async throws {
        let statements = try #require(Self.tampering.first { $0.name == name }).sql
        try await TestWorld.with(.sqlite, mandate: false) { world in
            var random = SeededRandom(seed: 9)
            _ = try await world.document()
            _ = try await world.registry.checkpoint()
            for _ in 0..<9 { _ = try await world.document("Report \(random.next())") }
            #expect(try await RecordVerifier(world.registry).run().holds)
            #expect(try world.secondVerifier().status == 0)
            let middle = try await world.registry.extent().entries - 6
            try await world.database.write { connection in
                try connection.execute("PRAGMA defer_foreign_keys = ON")
                for sql in statements {
                    #expect(try connection.executeCounting(sql.replacing("{n}", with: "\(middle)")) > 0)
                }
            }
            #expect(try await !RecordVerifier(world.registry).run().faults.isEmpty)
            let second = try world.secondVerifier()
            #expect(second.status == 1, "\(second.text)")
            #expect(!second.text.contains("Traceback"))
        }
    }

    @Test func `a row that somebody changed in a derived table is found by replay, in every table`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            try await Self.fill(world)
            #expect(try await Replay(world.registry).run().agrees)
            for table in Schema.derived {
                // The erasures themselves say what replay is to leave out: there, only the reason is touched.
                let columns = try await world.rows(
                    "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid DESC", ["table": table])
                let column = try #require(
                    columns.first { try table != "erasure" || $0.get("name", as: String.self) == "reason" })
                let name: String = try column.get("name")
                let isText = try column.get("type", as: String.self) == "TEXT"
                let other = isText ? "coalesce(\(name), '') || 'x'" : "coalesce(\(name), 0) + 1"
                let changed = try await world.tamper(
                    """
                    UPDATE \(table) SET \(name) = \(other)
                     WHERE rowid = (SELECT max(rowid) FROM \(table))
                    """)
                #expect(changed == 1, "\(table) has no row")
            }
            let report = try await Replay(world.registry).run()
            #expect(Set(report.differences.map(\.table)) == Set(Schema.derived))
        }
    }

    /// Every act once, so that no derived table is empty.
    private static func fill(_ world: TestWorld) async throws {
        let objects = try await Objects(world)
        for (kind, fields, by) in objects.story {
            try await world.perform(ActKind(rawValue: kind), fields, by: by)
        }
        _ = try await CaseWalk.all(world)
    }
}
