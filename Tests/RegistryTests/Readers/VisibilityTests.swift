import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// The rule exists twice, as relations and as a pure function: here they agree, for everyone and at every moment.
@Suite struct VisibilityTests {
    private func viewers(_ world: TestWorld) -> [Viewer] {
        TestWorld.everyone.map(world.viewer) + [.public, Viewer(person: "", capacity: .administrator)]
    }

    /// A random case in which duties are proposed, confirmed, corrected and withdrawn.
    private func live(_ engine: Engine, _ seed: UInt64, _ body: (TestWorld) async throws -> Void) async throws
    {
        try await TestWorld.with(engine, seed: seed + 20) { world in
            var random = SeededRandom(seed: seed)
            try await world.live(&random, acts: 90)
            try await body(world)
        }
    }

    /// Answers of a reader as of an entry, not of a day: every moment counts.
    private func select(
        _ world: TestWorld, _ viewer: Viewer, asOf entry: Int, _ sql: String
    ) async throws -> [Row] {
        let registry = world.registry
        return try await world.database.readAll { connection in
            let moment = Reader.AsOf(entry: entry, day: TestWorld.today, isPast: true)
            return try Reader(
                connection: connection, viewer: viewer, asOf: moment, composer: registry.composer, pack: nil
            ).select(sql)
        }
    }

    @Test(arguments: Engine.allCases, [1, 2, 3] as [UInt64])
    func `the relation of duties agrees with the rule for every viewer at every moment`(
        engine: Engine, seed: UInt64
    ) async throws {
        try await live(engine, seed) { world in
            let versions = try await world.rows(
                """
                SELECT version.*, withdrawal.entered_by AS withdrawn_by FROM duty_version AS version
                  LEFT JOIN duty_withdrawal AS withdrawal ON withdrawal.duty_id = version.duty_id
                """
            ).map { row in
                (
                    try row.get("duty_id", as: String.self),
                    Visibility.DutyVersion(
                        enteredBy: try row.get("entered_by"), replacedBy: try row.optional("until_entry"),
                        confirmedBy: try row.optional("confirmed_by"),
                        confirmedUntil: try row.optional("confirmed_until"),
                        withdrawnBy: try row.optional("withdrawn_by"))
                )
            }
            let last = try await world.registry.extent().entries
            let first = last - 100
            #expect(versions.count > 10)
            for viewer in viewers(world) {
                for entry in stride(from: first, through: last, by: viewer.audience <= .committee ? 3 : 20) {
                    let expected = versions.filter { Visibility.isVisible($0.1, to: viewer, asOf: entry) }
                        .map { "\($0.0) \($0.1.enteredBy)" }
                    let found = try await select(
                        world, viewer, asOf: entry, "SELECT id, entered_by FROM visible_duty"
                    ).map { "\(try $0.get("id", as: String.self)) \(try $0.get("entered_by", as: Int.self))" }
                    #expect(found.sorted() == expected.sorted(), "\(viewer) as of \(entry)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the relations of people and of entries agree with the rule for every viewer`(
        engine: Engine
    ) async throws {
        try await live(engine, 4) { world in
            _ = try await CaseWalk.all(world)
            var abouts: [String: Set<String>] = [:]
            for row in try await world.rows("SELECT person_id, about FROM capacity_grant WHERE about <> ''") {
                abouts[try row.get("person_id"), default: []].insert(try row.get("about"))
            }
            let people = try await world.rows(
                "SELECT person_id FROM person_version WHERE until_entry IS NULL"
            )
            .map { try $0.get("person_id", as: String.self) }
            let entries = try await world.rows("SELECT * FROM entry")
            let closed = Set(
                try await world.rows(
                    "SELECT id FROM item WHERE type = 'calibration' AND value = 'closed'"
                ).map { try $0.get("id", as: String.self) })
            let last = try await world.registry.extent().entries
            for viewer in viewers(world) {
                let seen = try await select(world, viewer, asOf: last, "SELECT id FROM visible_person")
                    .map { try $0.get("id", as: String.self) }
                let expected = people.filter {
                    Visibility.isVisible(person: $0, abouts: abouts[$0] ?? [], to: viewer)
                }
                #expect(seen.sorted() == expected.sorted(), "\(viewer)")
                let rows = try await select(
                    world, viewer, asOf: last,
                    """
                    SELECT entry.entry_index, fields.entry_index AS opened FROM visible_entry AS entry
                      LEFT JOIN visible_entry_fields AS fields ON fields.entry_index = entry.entry_index
                     ORDER BY entry.entry_index
                    """)
                let names = try await ItemWorld.names(of: viewer, in: world)
                let wanted = try entries.compactMap { row -> String? in
                    let entry = try Visibility.Entry(row: row, closed: closed)
                    guard Visibility.isVisible(entry, to: viewer, names) else { return nil }
                    let opens = Visibility.opensFields(of: entry, to: viewer, names)
                    return "\(try row.get("entry_index", as: Int.self)) \(opens)"
                }
                let found = try rows.map {
                    "\(try $0.get("entry_index", as: Int.self)) \(try $0.optional("opened", as: Int.self) != nil)"
                }
                #expect(found.sorted() == wanted.sorted(), "\(viewer)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `events, fulfilments, documents and meetings show only where their duty or their rung does`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let objects = try await Objects(world)
            for kind in ["record-duty-event", "fulfil-duty", "record-meeting"] {
                try await world.perform(
                    ActKind(rawValue: kind), objects.fields(kind), by: "committee-secretary")
            }
            let relations = ["duty_event", "duty_fulfilment", "document", "meeting", "term"]
            for viewer in viewers(world) {
                for name in relations where name != "term" {
                    let count = try await select(world, viewer, asOf: 10_000, "SELECT * FROM visible_\(name)")
                        .count
                    #expect((count > 0) == (viewer.audience <= .committee), "\(viewer) \(name)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a difference between languages is an inside matter until it is settled, then public`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let objects = try await Objects(world)
            func seen(_ key: String) async throws -> Int {
                try await world.read(as: key) { try $0.divergences(of: TestWorld.resolution).count }
            }
            for key in ["expert", "committee-member"] { #expect(try await seen(key) == 1) }
            for key in ["public", "focal-point", "researcher", "partner"] {
                #expect(try await seen(key) == 0)
            }
            try await world.perform("settle-divergence", objects.fields("settle-divergence"), by: "head")
            #expect(try await seen("public") == 1)
            let past = try await world.read(as: "public", asOf: TestWorld.today.previous) {
                try $0.divergences(of: TestWorld.resolution).count
            }
            #expect(past == 0)
        }
    }

    @Test func `the mandate's text and the pack are public`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let (resolutions, states) = try await world.read(as: "public") {
                (try $0.resolutions().map(\.id), try $0.states(orderedIn: "en").count)
            }
            #expect(resolutions == [TestWorld.resolution] && states > 2)
            let people = try await world.read(as: "public") { try $0.people().count }
            #expect(people == 0)
        }
    }

    @Test func `addresses show to those who keep accounts, and to oneself`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            for key in TestWorld.everyone {
                let people = try await world.read(as: key) { try $0.people() }
                let foreign = people.filter { $0.email != nil && $0.id.rawValue != world.person(key) }
                #expect(foreign.isEmpty == !["head", "head-two", "administrator"].contains(key), "\(key)")
                #expect(people.first { $0.id.rawValue == world.person(key) }?.email != nil, "\(key)")
            }
        }
    }
}
