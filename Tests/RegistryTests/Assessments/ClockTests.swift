import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// What time alone opens: nothing by the mandate's own pack, and what a notice named where a pack says so (A17).
@Suite struct ClockTests {
    private static func adoptAfterNotice(_ world: TestWorld) async throws {
        let files = TestPack.files(
            replacing: "choice: on-agreement", with: "choice: after-notice", in: "figures.yaml")
        let hash = try await world.registry.stage(pack: files)
        try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
    }

    private static func lastDay(_ thread: TestCase) async throws -> CalendarDate {
        let notices = try await thread.items(.notice, as: "head")
        return try #require(notices.first?.text("opensOn").flatMap { CalendarDate($0) })
    }

    @Test(arguments: Engine.allCases)
    func `by the mandate's own pack nothing opens without agreement`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .told)
            world.clock.move(to: try await Self.lastDay(thread).adding(days: 400))
            #expect(try await world.registry.performDue() == 0)
            for id in thread.findings { #expect(try await !thread.sees("partner", id)) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `where notice is enough, it opens on the day after, once, and not what is withheld`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await Self.adoptAfterNotice(world)
            let thread = try await TestCase(world, through: .told)
            try await world.perform(
                "withhold-item", ["item": .string(thread.findings[0]), "from": "un-system"], by: "mission")
            let last = try await Self.lastDay(thread)
            world.clock.move(to: last)
            #expect(try await world.registry.performDue() == 0)
            #expect(try await !thread.sees("partner", thread.findings[1]))
            world.clock.move(to: last.adding(days: 1))
            #expect(try await world.registry.performDue() == 1)
            #expect(try await thread.sees("partner", thread.findings[1]))
            #expect(try await !thread.sees("researcher", thread.findings[1]))
            #expect(try await !thread.sees("partner", thread.findings[0]))
            let entries = try await world.registry.extent().entries
            #expect(try await world.registry.performDue() == 0)
            #expect(try await world.registry.extent().entries == entries)
            let opening = EntryFilter(kind: "open-after-notice")
            let by = try await world.read(as: "mission") { try $0.history(opening) }
            #expect(by.map(\.capacity) == [.clock])
            #expect(by.map(\.person) == [nil])
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `two nodes that find the same notice open it once`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await Self.adoptAfterNotice(world)
            let thread = try await TestCase(world, through: .told)
            world.clock.move(to: try await Self.lastDay(thread).adding(days: 1))
            async let one = world.registry.performDue()
            async let other = world.registry.performDue()
            #expect(try await one + other == 1)
        }
    }
}
