import Disclosure
import Mandate
import Record
import Registry
import Storage
import Testing

@Suite struct DemonstrationTests {
    @Test func `the same arguments give the same record, entry for entry`() async throws {
        let first = try await World.build()
        let second = try await World.build()
        #expect(try await first.root() == second.root())
        #expect(first.signIns == second.signIns)
        let other = try await World.build(World.arguments(seed: 2))
        #expect(try await first.root() != other.root())
    }

    @Test func `what was built verifies and replays`() async throws {
        let world = try await World.shared()
        let report = try await RecordVerifier(world.registry).run()
        #expect(report.faults.isEmpty)
        #expect(report.entries > 100)
        let replay = try await Replay(world.registry).run()
        #expect(replay.differences.map(\.table) == [])
        #expect(replay.entries == report.entries)
    }

    @Test func `everybody but the clock can sign in, with password and with token`() async throws {
        let world = try await World.shared()
        let capacities = Set(world.signIns.map(\.capacity))
        #expect(capacities == Set(Capacity.allCases.map(\.rawValue)).subtracting(["clock"]))
        for row in world.signIns {
            let signedIn = try await world.accounts.signIn(
                email: row.email, password: row.password, address: row.email, userAgent: "test")
            let visitor = try await world.accounts.visitor(session: signedIn.token)
            #expect(visitor?.capacity.rawValue == row.capacity)
            #expect(visitor?.about == row.about)
        }
        let states = Set(world.signIns.filter { $0.capacity == "focal-point" }.compactMap(\.about))
        #expect(states.count == 2)
    }

    @Test func `duties are kept, late and missed`() async throws {
        let world = try await World.shared()
        let viewer = Viewer(person: "somebody", capacity: .head)
        let duties = try await world.registry.read(for: viewer) { try $0.duties() }
        #expect(duties.count > 30)
        let statuses = Set(duties.flatMap(\.occurrences).map(\.status))
        #expect(statuses.contains(.fulfilled))
        #expect(statuses.contains(.overdue))
        #expect(duties.contains { $0.stage == .proposed && !$0.wasConfirmed })
    }

    @Test func `a world is built in an empty database only`() async throws {
        let world = try await World.shared()
        let again = try DemonstrationWorld.sample()
        await #expect(throws: DemonstrationFault.notEmpty) {
            _ = try await again.build(in: world.registry, world.accounts)
        }
    }
}
