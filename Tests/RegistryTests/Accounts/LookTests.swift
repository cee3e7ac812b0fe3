import Record
import Storage
import Testing

@testable import Registry

@Suite struct LookTests {
    @Test(arguments: Engine.allCases)
    func `what is new stays new while somebody works on, and is old when they come back`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let accounts = Accounts(world.registry)
            let person = PersonID(world.person("expert"))
            let minute: Int64 = 60_000_000
            func look() async throws -> Instant { try await accounts.look(of: person, at: "/states/FRD") }
            let first = try await look()
            world.clock.advance(seconds: 40 * 60)
            #expect(try await look() == first, "since the first look")
            world.clock.advance(seconds: 20 * 60)
            #expect(try await look() == first, "the same look goes on")
            world.clock.advance(seconds: 31 * 60)
            let last = try await look()
            #expect(last.microseconds - first.microseconds >= 60 * minute, "since the end of the look before")
            #expect(try await accounts.look(of: person, at: "/states/SYL") > last, "each page for itself")
            #expect(
                try await accounts.look(of: PersonID(world.person("head")), at: "/states/FRD") > last,
                "and each person")
        }
    }
}
