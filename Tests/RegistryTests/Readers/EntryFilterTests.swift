import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Narrowing the record shows less of what is visible, and never anything else.
@Suite struct EntryFilterTests {
    private static let zone = "America/New_York"

    private static func isWanted(_ entry: EntryView, _ filter: EntryFilter) -> Bool {
        let day = CalendarDate(of: entry.at, inZone: zone)
        return (filter.kind ?? entry.kind) == entry.kind && (filter.from ?? day) <= day
            && day <= (filter.until ?? day)
    }

    /// Acts around midnight on several days.
    private static func live(_ world: TestWorld, _ random: inout SeededRandom) async throws {
        for _ in 0..<12 {
            world.clock.advance(seconds: Int64.random(in: 0...50_000, using: &random))
            let by =
                ["expert", "expert-two", "committee-secretary"].randomElement(using: &random) ?? "expert"
            let fields: [String: JSONValue] = ["title": "Minutes", "kind": "other"]
            if Bool.random(using: &random) {
                try await world.perform(
                    "record-meeting", fields.merging(["heldOn": "2024-03-01"]) { $1 }, by: by)
            } else {
                try await world.perform(
                    "record-document", fields.merging(["issuedOn": "2024-03-01"]) { $1 }, by: by)
            }
        }
    }

    @Test(arguments: Engine.allCases, [1, 2] as [UInt64])
    func `a filter takes of what each viewer sees exactly what its kind and days say`(
        engine: Engine, seed: UInt64
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            var random = SeededRandom(seed: seed)
            try await Self.live(world, &random)
            let days: [CalendarDate?] = [
                nil, CalendarDate(1, 1, 1), TestWorld.today.adding(days: -1), TestWorld.today,
                TestWorld.today.adding(days: 1), TestWorld.today.adding(days: 3), CalendarDate(9999, 12, 31),
            ]
            let filters = days.flatMap { from in
                days.flatMap { until in
                    [nil, "record-document", "none-such"].map { (kind: ActKind?) in
                        EntryFilter(kind: kind, from: from, until: until)
                    }
                }
            }
            for viewer in ["auditor", "head", "expert", "administrator", "mission", "public"] {
                try await world.read(as: viewer) { reader in
                    let all = try reader.history(limit: 1_000)
                    for filter in filters {
                        let wanted = all.filter { Self.isWanted($0, filter) }
                        let found = try reader.history(filter, limit: 1_000)
                        #expect(found.map(\.id) == wanted.map(\.id), "\(viewer) \(filter)")
                        let counts = try reader.entryCounts(filter)
                        #expect(
                            Dictionary(uniqueKeysWithValues: counts.map { ($0.kind, $0.count) })
                                == Dictionary(grouping: wanted, by: \.kind).mapValues(\.count))
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a narrowed record is paged like the whole`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            var random = SeededRandom(seed: 3)
            try await Self.live(world, &random)
            let filter = EntryFilter(kind: "record-document", from: TestWorld.today)
            try await world.read(as: "auditor") { reader in
                let all = try reader.history(filter, limit: 1_000).map(\.id)
                #expect(all.count > 3)
                var walked: [EntryID] = []
                while let next = try reader.history(
                    filter, before: try walked.last.map { try reader.position(ofEntry: $0.rawValue) },
                    limit: 2
                ).map(\.id).nonEmpty {
                    walked += next
                }
                #expect(walked == all)
            }
        }
    }
}

extension Array {
    /// Nil where there is none.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
