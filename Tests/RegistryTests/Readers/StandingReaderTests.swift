import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// What a State is told of how others see it.
@Suite struct StandingReaderTests {
    private static func seen(_ world: TestWorld, as key: String) async throws -> [ExposureView.Onlooker: Set<
        String
    >] {
        try await world.read(as: key) { reader in
            Dictionary(try reader.exposure().map { ($0.onlooker, Set($0.items.map(\.id))) }) { $1 }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a State is told what each audience would read of it, and others are told nothing`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .sent)
            let before = try await Self.seen(world, as: "mission")
            #expect(before[.audience(.committee)]?.isEmpty == true)
            #expect(before[.audience(.public)]?.isEmpty == true)
            let others = try await Self.seen(world, as: "other-focal-point")
            #expect(others.values.allSatisfy { $0.isEmpty }, "of their own State, of which nothing was sent")
            for key in ["head", "partner", "committee-member", "public", "contributor"] {
                #expect(try await Self.seen(world, as: key).isEmpty, "\(key)")
            }
            #expect(try await thread.sees("mission", thread.findings[0]))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is open to an audience is what that audience reads, and what is withheld is not among it`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .opened)
            func told() async throws -> Set<String> {
                try await Self.seen(world, as: "mission")[.audience(.unSystem)] ?? []
            }
            let open = try await told()
            #expect(open.isSuperset(of: thread.findings))
            for finding in thread.findings { #expect(try await thread.sees("partner", finding)) }
            try await world.perform(
                "withhold-item", ["item": .string(thread.findings[0]), "from": "un-system"], by: "mission")
            let left = try await told()
            #expect(!left.contains(thread.findings[0]) && left.contains(thread.findings[1]))
            let committee = try await Self.seen(world, as: "focal-point")[.audience(.committee)] ?? []
            #expect(committee.contains(thread.findings[0]), "withholding hides nothing from the Committee")
        }
    }
}
