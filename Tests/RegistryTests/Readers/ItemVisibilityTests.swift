import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Who sees which items: the relations agree with the pure rule for every kind of row, stage, interval and viewer.
@Suite struct ItemVisibilityTests {
    private func viewers(_ world: TestWorld) -> [Viewer] {
        TestWorld.everyone.map(world.viewer) + [.public, Viewer(person: "", capacity: .administrator)]
            + Audience.allCases.dropFirst().map { Viewer(previewing: .audience($0)) }
            + [Viewer(previewing: .state("FRD"))]
    }

    /// A draft of another State that a case team sees.
    private func openTeam(_ world: TestWorld) async throws {
        let draft = try await TestCase(world, through: .sent, state: "ALD")
        try await draft.perform("open-case-team", ["entity": "UNODC"], by: "head")
    }

    /// After the walk, random acts of disclosure on whatever there is; what is refused changes nothing.
    private func live(_ world: TestWorld, _ random: inout SeededRandom, acts: Int) async throws {
        let ids = try await world.rows("SELECT DISTINCT id FROM item ORDER BY id").map {
            try $0.get("id", as: String.self)
        }
        let audiences = Audience.outside.map(\.code)
        for _ in 0..<acts {
            world.clock.advance(seconds: Int64.random(in: 0...90_000, using: &random))
            let item = JSONValue.string(ids.randomElement(using: &random) ?? "")
            let audience = JSONValue.string(audiences.randomElement(using: &random) ?? "")
            let state = Bool.random(using: &random) ? "" : "other-"
            let until: [String: JSONValue] = Bool.random(using: &random) ? ["until": "2024-09-01"] : [:]
            func drawn(_ sql: String, _ generator: inout SeededRandom) async throws -> JSONValue {
                let found = try await world.rows(sql).map { try $0.get("id", as: String.self) }
                return .string(found.randomElement(using: &generator) ?? "")
            }
            switch Int.random(in: 0..<7, using: &random) {
            case 0:
                _ = try await world.refusal(
                    of: "withhold-item", ["item": item, "from": audience], by: "\(state)mission")
            case 1:
                let withholding = try await drawn("SELECT id FROM withholding ORDER BY id", &random)
                _ = try await world.refusal(
                    of: "lift-withholding", ["withholding": withholding, "upTo": audience],
                    by: "\(state)mission")
            case 2:
                _ = try await world.refusal(
                    of: "release-own", ["items": [item], "audience": audience].merging(until) { $1 },
                    by: "\(state)mission")
            case 3:
                _ = try await world.refusal(
                    of: "release-items",
                    [
                        "items": [item], "audience": audience, "consultedOn": "2024-03-01", "reference": "x",
                    ].merging(until) { $1 }, by: "committee-secretary")
            case 4:
                let release = try await drawn("SELECT id FROM opening ORDER BY id", &random)
                _ = try await world.refusal(
                    of: "end-release", ["release": release], by: "committee-secretary")
            case 5:
                let named = ["SYL", "FRD", "UNODC", "INTERPOL"].randomElement(using: &random) ?? ""
                _ = try await world.refusal(
                    of: "release-to-named",
                    ["item": item, "named": .string(named)].merging(until) { $1 }, by: "\(state)mission")
            default:
                let assessment = try await drawn("SELECT id FROM item WHERE type = 'assessment'", &random)
                _ = try await world.refusal(
                    of: "declare-conflict", ["assessment": assessment], by: "expert-two")
            }
        }
    }

    @Test(arguments: Engine.allCases, [1, 2, 3] as [UInt64])
    func `the relation of items agrees with the rule for every viewer, entry and hour`(
        engine: Engine, seed: UInt64
    ) async throws {
        try await TestWorld.with(engine, seed: seed + 40) { world in
            _ = try await CaseWalk.all(world)
            try await openTeam(world)
            var random = SeededRandom(seed: seed)
            try await live(world, &random, acts: 60)
            let versions = try await ItemWorld.versions(in: world)
            let last = try await world.registry.extent().entries
            let present = world.clock.surroundings.now().microseconds
            for viewer in viewers(world) {
                let names = try await ItemWorld.names(of: viewer, in: world)
                for _ in 0..<12 {
                    let entry = Int.random(in: (last - 160)...last, using: &random)
                    let now = present + Int64.random(in: -90...120, using: &random) * 86_400_000_000
                    let expected = versions.filter {
                        Visibility.isVisible($0.version, to: viewer, names, asOf: entry, now: now)
                    }.map(\.key).sorted()
                    let found = try await seen(world, viewer, entry, now)
                    #expect(found == expected, "\(viewer) as of \(entry) at \(now)")
                    // A version is seen among the others if it was, as of some entry.
                    let ever = versions.filter { _, version in
                        version.stands.values.map(\.lowerBound).contains { first in
                            first <= entry
                                && Visibility.isVisible(version, to: viewer, names, asOf: first, now: now)
                        }
                    }.map(\.key).sorted()
                    let kept = try await seen(world, viewer, entry, now, in: "visible_item_version")
                    #expect(kept == ever, "\(viewer), all versions until \(entry) at \(now)")
                }
            }
        }
    }

    private func seen(
        _ world: TestWorld, _ viewer: Viewer, _ entry: Int, _ now: Int64,
        in relation: String = "visible_item"
    ) async throws -> [String] {
        let registry = world.registry
        return try await world.database.read { connection in
            let moment = Reader.AsOf(entry: entry, day: TestWorld.today, isPast: true, now: now)
            let reader = Reader(
                connection: connection, viewer: viewer, asOf: moment, composer: registry.composer, pack: nil)
            // The engine's own lock lies under the relation: it must not hide more.
            try reader.showOwnRows()
            return try reader.select("SELECT id, entered_by FROM \(relation)")
                .map { "\(try $0.get("id", as: String.self)) \(try $0.get("entered_by", as: Int.self))" }
                .sorted()
        }
    }

    @Test(arguments: Engine.allCases)
    func `leaving out the terms that cannot concern a viewer changes nothing that they see`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            try await openTeam(world)
            var random = SeededRandom(seed: 6)
            try await live(world, &random, acts: 50)
            let last = try await world.registry.extent().entries
            let now = world.clock.surroundings.now().microseconds
            for viewer in viewers(world) {
                let whole = try await seen(world, viewer, last, now)
                let short = try await world.registry.read(for: viewer) { reader in
                    try reader.select("SELECT id, entered_by FROM visible_item")
                        .map {
                            "\(try $0.get("id", as: String.self)) \(try $0.get("entered_by", as: Int.self))"
                        }
                        .sorted()
                }
                #expect(short == whole, "\(viewer)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a case team sees what was sent to the State until it is adopted, and others see nothing of it`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            var draft = try await TestCase(world, through: .sent)
            #expect(try await !draft.sees("partner", draft.findings[0]))
            try await draft.perform("open-case-team", ["entity": "UNODC"], by: "head")
            for item in draft.findings + [draft.recommendation, draft.overview, draft.assessment] {
                #expect(try await draft.sees("partner", item))
                for other in ["committee-member", "other-mission", "researcher"] {
                    #expect(try await !draft.sees(other, item), "\(other)")
                }
            }
            #expect(try await draft.items(.rating, as: "partner").isEmpty)
            #expect(try await draft.items(.answer, as: "partner").isEmpty)
            for step in TestCase.Step.allCases where step > .sent && step <= .adopted {
                try await draft.take(step)
            }
            #expect(try await !draft.sees("partner", draft.findings[0]))
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody sees two versions of one item at once`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            var random = SeededRandom(seed: 8)
            try await live(world, &random, acts: 40)
            let now = world.clock.surroundings.now().microseconds
            let last = try await world.registry.extent().entries
            for viewer in viewers(world) {
                for entry in stride(from: last - 150, through: last, by: 7) {
                    let ids = try await seen(world, viewer, entry, now).map { $0.prefix { $0 != " " } }
                    #expect(Set(ids).count == ids.count, "\(viewer) as of \(entry)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what stands on the rows is what computing all anew gives`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            var random = SeededRandom(seed: 5)
            try await live(world, &random, acts: 60)
            let before = try await world.rows("SELECT * FROM item ORDER BY id, entered_by").map(\.values)
            let ids = try await world.rows("SELECT DISTINCT id FROM item ORDER BY id").map {
                try $0.get("id", as: String.self)
            }
            try await world.database.write { connection in
                let tables = Tables(connection: connection) { _ in [] }
                for id in ids { try tables.recomputeReach(downstreamOf: [id]) }
            }
            let after = try await world.rows("SELECT * FROM item ORDER BY id, entered_by").map(\.values)
            #expect(before == after)
        }
    }

    @Test(arguments: Engine.allCases)
    func `who was heard is open to the named team alone, and never to the assessed State`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            let consultation = try await world.read(as: "expert") {
                try $0.items(.consultation).first?.id ?? ""
            }
            for key in TestWorld.everyone + ["public"] {
                let count = try await world.read(as: key) {
                    try $0.sourceIdentities(of: consultation).count
                }
                #expect((count == 1) == ["expert", "expert-two"].contains(key), "\(key)")
            }
        }
    }
}
