import Storage
import Testing

@testable import Registry

@Suite struct WorldTests {
    @Test(arguments: Engine.allCases)
    func `a world made of acts verifies and replays`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await world.confirmed()
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }
}
