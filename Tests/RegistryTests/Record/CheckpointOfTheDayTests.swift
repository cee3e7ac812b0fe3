import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// One checkpoint a day, made for midnight in the pack's time zone whenever it is asked for.
@Suite struct CheckpointOfTheDayTests {
    private func size(_ note: String, _ world: TestWorld) throws -> Int {
        try Checkpoint(verifying: note, with: world.registry.signingKey.verifyingKey).size
    }

    @Test(arguments: Engine.allCases)
    func `the checkpoint of the day is over the entries from before the day, whenever it is asked for`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            #expect(try size(try await world.registry.checkpointOfTheDay(), world) == 0)
            let before = try await world.registry.extent().entries
            world.clock.move(to: TestWorld.today.next)
            for _ in 0..<3 { _ = try await world.document() }
            // First asked for late in the day, after acts of that day.
            world.clock.advance(seconds: 12 * 3_600)
            let note = try await world.registry.checkpointOfTheDay()
            #expect(try size(note, world) == before)
            #expect(try await world.registry.extent().entries == before + 3)
            #expect(try await RecordVerifier(world.registry).run().holds)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing that is done changes the checkpoint before midnight, and midnight does`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine, mandate: false) { world in
            world.clock.move(to: TestWorld.today.next)
            let first = try await world.registry.checkpointOfTheDay()
            let acts: [(TestWorld) async throws -> Void] = [
                { _ = try await $0.document() }, { _ = try await $0.registry.checkpoint() },
                { try await $0.erase(try await Self.slip($0)) },
                { world in
                    let pack = try await world.registry.stage(
                        pack: TestPack.files(
                            replacing: "America/New_York", with: "Asia/Tokyo", in: "pack.yaml"))
                    try await world.perform("adopt-pack", ["pack": .string(pack.rawValue)], by: "head")
                },
            ]
            for act in acts {
                try await act(world)
                world.clock.advance(seconds: 3_000)
                #expect(try await world.registry.checkpointOfTheDay() == first)
            }
            let size = try await world.registry.extent().entries
            // From 13:20 to one second before midnight, and to it.
            world.clock.advance(seconds: 38_399)
            #expect(try await world.registry.checkpointOfTheDay() == first)
            world.clock.advance(seconds: 1)
            let second = try await world.registry.checkpointOfTheDay()
            #expect(second != first)
            #expect(try self.size(second, world) <= size)
        }
    }

    private static func slip(_ world: TestWorld) async throws -> String {
        try await world.perform(
            "record-document", ["title": "A slip", "kind": "letter", "issuedOn": "2024-03-01"], by: "expert"
        ).entry
    }

    @Test(arguments: Engine.allCases)
    func `an act of the last second of a day is in the next day's checkpoint, one of the first is not`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            // From ten in the morning.
            world.clock.advance(seconds: 14 * 3_600 - 1)
            _ = try await world.document()
            let size = try await world.registry.extent().entries
            world.clock.advance(seconds: 1)
            _ = try await world.document()
            #expect(try self.size(try await world.registry.checkpointOfTheDay(), world) == size)
        }
    }

    @Test func `a clock that was far ahead once does not hold later checkpoints back`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            world.clock.move(to: CalendarDate(2099, 1, 1))
            let ahead = try await world.registry.checkpointOfTheDay()
            world.clock.move(to: TestWorld.today)
            #expect(try await world.registry.checkpointOfTheDay() != ahead)
        }
    }
}
