import Disclosure
import Foundation
import Record
import Registry
import Storage

/// What disclosure costs: counts and reads through the visible relations against the same without the predicate.
///
/// Rows are written straight into the table: what is measured is reading, and acts would take hours.
struct DisclosureBench {
    private let world: BenchWorld
    private let engine: String
    private static let runs = 15
    private static let target = 1.2

    init(root: String, place: String) async throws {
        engine = BenchWorld.engine(of: place)
        world = try await BenchWorld(root: root, place: place, states: 12)
    }

    func run(_ report: @Sendable (Figure) -> Void) async throws {
        var written = 0
        for size in [1_000, 10_000, 100_000] {
            try await fill(from: written, to: size)
            written = size
            for viewer in Self.viewers { report(try await count(size, viewer.0, viewer.1)) }
            report(try await one(size))
        }
        report(try await recomputing())
    }

    private static let viewers: [(String, Viewer)] = [
        ("expert", Viewer(person: "bench", capacity: .expert)),
        ("committee member", Viewer(person: "bench", capacity: .committeeMember)),
        ("partner", Viewer(person: "bench", capacity: .partner, about: "UNODC", belongsToUNSystem: true)),
        ("other State", Viewer(person: "bench", capacity: .focalPoint, about: "SYL")),
        ("public", .public),
    ]

    /// Findings of a hundred States: all open to everybody but those withheld, 5,000 of them at the most; 200 grants
    /// to named ones.
    private func fill(from: Int, to: Int) async throws {
        for first in stride(from: from, to: to, by: 1_000) {
            try await world.registry.database.write { connection in
                for number in first..<min(first + 1_000, to) { try Self.write(number, connection) }
            }
        }
        guard world.registry.database.engine == .postgresql else { return }
        // As the server does by itself after a while.
        try await Self.vacuum(world.registry.database)
    }

    private static func write(_ number: Int, _ connection: any Connection) throws {
        let isWithheld = number % 20 == 0
        let opens = isWithheld ? Int64.max : 0
        try connection.execute(
            """
            INSERT INTO item
                (id, entered_by, type, room, state, assessment_id, parent_id, theme, requirement, question, author,
                 value, body, body_by, note, note_by, detail, directorate_from, state_from, committee_from,
                 un_system_opens, states_opens, researchers_opens, public_opens, withheld_from)
            VALUES (:id, 1, 'finding', 'directorate', :state, :assessment, '', 'legislation', 'LEG1', '', 'x',
                    NULL, '{"en":"A finding of some length, as findings are"}', 1, NULL, 1, NULL, 1, 1, 1,
                    :opens, :opens, :opens, :opens, :withheld)
            """,
            [
                "id": "bench-\(number)", "state": "B\(number % 100)", "assessment": "case-\(number / 50)",
                "opens": opens, "withheld": isWithheld ? 2 : 9,
            ])
        guard number % 500 == 0, number / 500 < 200 else { return }
        try connection.execute(
            """
            INSERT INTO named_grant (id, scope, state, grantee, room, opens_at, shuts_at, entered_by)
            VALUES (:id, :scope, 'X', :grantee, 'committee', 0, :never, 1)
            """,
            [
                "id": "grant-\(number)", "scope": "bench-\(number)",
                "grantee": number % 1_000 == 0 ? "entity:UNODC" : "state:SYL", "never": Int64.max,
            ])
    }

    /// Vacuuming takes no transaction around it, so it is left to the engine's own client where there is one.
    private static func vacuum(_ database: any Database) async throws {
        try await database.write { try $0.execute("ANALYZE item") }
    }

    private func count(_ size: Int, _ name: String, _ viewer: Viewer) async throws -> Figure {
        var bare = Double.infinity
        var seen = Double.infinity
        var found = (bare: 0, seen: 0)
        // In turns, so that a slow moment of the machine meets both.
        for _ in 0..<Self.runs {
            let one = try await world.registry.database.readAll { connection -> (Double, Int) in
                let before = ContinuousClock.now
                let rows = try connection.query(
                    """
                    SELECT count(*) AS many FROM item
                     WHERE type = 'finding' AND committee_from IS NOT NULL AND committee_until = 2147483647
                    """)
                return (Stopwatch.since(before), try rows.first?.get("many") ?? 0)
            }
            let other = try await world.registry.read(for: viewer) { reader -> (Double, Int) in
                let before = ContinuousClock.now
                let many = try reader.count(.finding)
                return (Stopwatch.since(before), many)
            }
            (bare, seen) = (min(bare, one.0), min(seen, other.0))
            found = (one.1, other.1)
        }
        return Figure(
            name: "\(engine): count of \(size) findings, \(name)", target: "ratio <= \(Self.target)",
            measured:
                "\((seen * 1e3).plain(2)) ms (\(found.seen)), bare \((bare * 1e3).plain(2)) ms (\(found.bare))",
            ratio: seen / bare, holds: seen / bare <= Self.target)
    }

    private func one(_ size: Int) async throws -> Figure {
        var bare = Double.infinity
        var seen = Double.infinity
        let viewer = Self.viewers[2].1
        for run in 0..<200 {
            let id = "bench-\((run * 37 + 1) % size)"
            bare = min(
                bare,
                try await world.registry.database.readAll { connection in
                    let before = ContinuousClock.now
                    _ = try connection.query("SELECT * FROM item WHERE id = :id", ["id": id])
                    return Stopwatch.since(before)
                })
            seen = min(
                seen,
                try await world.registry.read(for: viewer) { reader in
                    let before = ContinuousClock.now
                    _ = try reader.item(id)
                    return Stopwatch.since(before)
                })
        }
        return Figure(
            name: "\(engine): one of \(size) findings, partner", target: "ratio <= \(Self.target)",
            measured: "\((seen * 1e6).plain(0)) us, bare \((bare * 1e6).plain(0)) us", ratio: seen / bare,
            holds: seen / bare <= Self.target)
    }

    /// Withholding an item from which a thousand derive: the whole act.
    private func recomputing() async throws -> Figure {
        guard let row = world.signIns.first(where: { $0.capacity == "mission" }), let state = row.about,
            let visitor = try await Accounts(world.registry).visitor(email: row.email, capacity: .mission)
        else { throw Bench.Wrong.usage }
        try await world.registry.database.write { connection in
            for number in 0...1_000 {
                let id = number == 0 ? "root" : "derived-\(number)"
                try connection.execute(
                    """
                    INSERT INTO item
                        (id, entered_by, type, room, state, assessment_id, parent_id, theme, requirement, question,
                         author, body_by, note_by, directorate_from, state_from, committee_from)
                    VALUES (:id, 1, 'finding', 'directorate', :state, 'bench', '', '', '', '', 'x', 1, 1, 1, 1, 1)
                    """, ["id": id, "state": state])
                try connection.execute(
                    """
                    INSERT INTO opening (id, item_id, version, state, rung, opens_at, shuts_at, ground, entered_by)
                    VALUES ('bench', :id, 1, :state, 5, 0, :never, 'own', 1)
                    """, ["id": id, "state": state, "never": Int64.max])
                guard number > 0 else { continue }
                try connection.execute(
                    "INSERT INTO derivation (source_id, derived_id, kind, entered_by) VALUES ('root', :id, 'quotes', 1)",
                    ["id": id])
            }
        }
        var best = Double.infinity
        for audience in ["public", "researchers", "states-and-partners", "un-system"] {
            let call = ActCall(
                "withhold-item", ["item": "root", "from": .string(audience)],
                by: visitor.performer(via: .api))
            best = min(best, try await Stopwatch.seconds { _ = try await world.registry.perform(call) })
        }
        return Figure(
            name: "\(engine): withholding an item with 1,000 derivatives, whole act", target: "<= 50 ms",
            measured: "\((best * 1e3).plain(1)) ms", ratio: nil, holds: best <= 0.05)
    }
}
