import Disclosure
import Storage
import Testing

@testable import Registry

/// The second lock: what a query shows that goes past the reader, on the engine that has such a lock.
@Suite struct RowSecurityTests {
    @Test func `a read that does not say for whom it looks sees no guarded row`() async throws {
        try await TestWorld.with(.postgresql) { world in
            _ = try await CaseWalk.all(world)
            for (table, _) in RowSecurity.policies {
                let sql = "SELECT count(*) AS many FROM \(table)"
                let past: Int = try await world.database.read { try $0.query(sql).first?.get("many") ?? -1 }
                let all: Int = try await world.database.readAll { try $0.query(sql).first?.get("many") ?? -1 }
                #expect(past == 0 && all > 0, "\(table)")
            }
        }
    }

    @Test func `a query past the reader shows a viewer no item that the reader never shows`() async throws {
        try await TestWorld.with(.postgresql) { world in
            _ = try await CaseWalk.all(world)
            let last = try await world.registry.extent().entries
            // Blindness, exclusions and single questions handed out are the relations' alone.
            for key in TestWorld.everyone + ["public"] where key != "expert-two" && key != "contributor" {
                let (past, seen) = try await world.read(as: key) { reader in
                    func ids(_ rows: [Row]) throws -> Set<String> {
                        Set(try rows.map { try $0.get("id", as: String.self) })
                    }
                    var seen = try ids(try reader.select("SELECT id FROM visible_source"))
                    for entry in (last - 180)...last {
                        let moment = Reader.AsOf(
                            entry: entry, day: reader.asOf.day, isPast: true, now: reader.asOf.now)
                        let then = Reader(
                            connection: reader.connection, viewer: reader.viewer, asOf: moment,
                            composer: reader.composer, pack: reader.pack)
                        seen.formUnion(try ids(try then.select("SELECT id FROM visible_item")))
                        seen.formUnion(try ids(try then.select("SELECT id FROM visible_calibration_part")))
                    }
                    return (try ids(try reader.connection.query("SELECT id FROM item")), seen)
                }
                #expect(seen.isSubset(of: past), "\(key)")
                let isTeam = ["expert"].contains(key)
                let more = past.subtracting(seen)
                let isInside = reader(key, world) == .directorate
                // Inside the Directorate the lock leaves who was heard to the relation.
                let left = isInside && !isTeam ? 1 : 0
                #expect(more.count == left, "\(key): \(more.count)")
            }
        }
    }

    private func reader(_ key: String, _ world: TestWorld) -> Audience {
        key == "public" ? .public : world.viewer(key).audience
    }

    @Test func `no text of a case lies open to a query past the reader`() async throws {
        try await TestWorld.with(.postgresql) { world in
            _ = try await CaseWalk.all(world, words: ErasureTests.canary)
            for key in ["researcher", "provider", "public", "auditor", "administrator", "other-focal-point"] {
                let places = try await world.read(as: key) { reader -> [String] in
                    var places: [String] = []
                    for (table, _) in RowSecurity.policies {
                        try reader.connection.stream("SELECT * FROM \(table)") { row in
                            let isHeld = row.values.contains { "\($0)".contains(ErasureTests.canary) }
                            if isHeld { places.append(table) }
                        }
                    }
                    return places
                }
                // What the State released to everybody is everybody's; its own people have their own case.
                let isOpen = key == "other-focal-point" || places.allSatisfy { $0 == "item" }
                #expect(isOpen, "\(key): \(places)")
            }
        }
    }

    @Test func `past the reader a head finds no rating of a calibration, nor opens one, before it is closed`()
        async throws
    {
        try await TestWorld.with(.postgresql) { world in
            let exercise = try await CalibrationExercise(world)
            try await exercise.handIn()
            func found(_ key: String) async throws -> [Int] {
                try await world.read(as: key) { reader in
                    try [
                        "SELECT count(*) AS many FROM item WHERE type = 'calibration-rating'",
                        """
                        SELECT count(*) AS many FROM record_opening
                          JOIN entry ON entry.entry_index = record_opening.entry_index
                         WHERE entry.kind = 'rate-calibration-unit' AND record_opening.part = 'fields'
                        """,
                    ].map { sql in try reader.connection.query(sql).first?.get("many", as: Int.self) ?? -1 }
                }
            }
            #expect(try await found("head") == [0, 0])
            #expect(try await found("expert") == [2, 2], "a rater has their own")
            try await exercise.act("close-calibration", by: "head")
            #expect(try await found("head-two") == [4, 4])
            for key in ["expert", "expert-two"] { #expect(try await found(key) == [2, 2], "\(key)") }
            for key in ["committee-member", "mission", "auditor"] {
                #expect(try await found(key) == [0, 0], "\(key)")
            }
        }
    }

    @Test func `the lock is known not to be there on the embedded engine`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let isHeld = try await RowSecurity.isHeld(by: world.database)
            #expect(!isHeld)
        }
        try await TestWorld.with(.postgresql, mandate: false) { world in
            let isHeld = try await RowSecurity.isHeld(by: world.database)
            #expect(isHeld)
        }
    }
}
