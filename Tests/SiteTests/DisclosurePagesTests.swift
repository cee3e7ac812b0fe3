import Disclosure
import HTTPTypes
import Registry
import Testing

@testable import Site

@Suite struct DisclosurePagesTests {
    private static let none = String(repeating: "z", count: 26)

    /// What is hidden must answer like what never was.
    private func expectHidden(
        _ world: SiteWorld, _ part: String, _ ids: [String], from capacities: [Capacity]
    ) async throws {
        for capacity in capacities {
            let visitor = try await world.signIn(world.signIn(capacity))
            for id in ids.prefix(2) {
                let real = try await world.ask(.get, "/\(part)\(id)", visitor)
                let made = try await world.ask(.get, "/\(part)\(Self.none)", visitor)
                #expect(real.status == 404 && made.status == 404, "\(part) as \(capacity)")
                #expect(
                    real.text.replacing(id, with: "") == made.text.replacing(Self.none, with: ""),
                    "\(part) as \(capacity)")
            }
        }
    }

    @Test func `Papers in circulation are there for the Committee and its secretariat alone`() async throws {
        try await SiteWorld.with { world in
            let secretary = Viewer(person: "", capacity: .committeeSecretary)
            let ids = try await world.site.registry.read(for: secretary) {
                try $0.items(.circulation).map(\.id)
            }
            #expect(!ids.isEmpty)
            for capacity in [Capacity.committeeSecretary, .committeeMember] {
                let visitor = try await world.signIn(world.signIn(capacity))
                #expect(try await world.ask(.get, "/circulations", visitor).status == 200)
                for id in ids {
                    let status = try await world.ask(.get, "/circulations/\(id)", visitor).status
                    #expect(status == 200, "\(capacity)")
                }
            }
            try await expectHidden(
                world, "circulations/", ids, from: [.expert, .head, .mission, .focalPoint, .partner])
        }
    }

    @Test func `Notices, withholdings and releases show to those concerned and are hidden from others`()
        async throws
    {
        try await SiteWorld.with { world in
            let head = Viewer(person: "", capacity: .head)
            let ids = try await world.site.registry.read(for: head) { reader in
                [
                    "notices/": try reader.items(.notice).map(\.id),
                    "withholdings/": try reader.withholdings().map(\.id),
                    "releases/": try reader.releases().map(\.id),
                ]
            }
            let visitor = try await world.signIn(world.signIn(.head))
            for (part, ids) in ids {
                for id in ids.prefix(2) {
                    let status = try await world.ask(.get, "/\(part)\(id)", visitor).status
                    #expect(status == 200, "\(part)")
                }
                try await expectHidden(world, part, ids, from: [.partner, .researcher])
            }
        }
    }

    @Test func `Before a State withholds something it sees what would close`() async throws {
        try await SiteWorld.with { world in
            let row = world.signIn(.focalPoint)
            let viewer = Viewer(person: "", capacity: .focalPoint, about: row.about)
            let items = try await world.site.registry.read(for: viewer) { reader in
                try reader.items(.finding, state: row.about).map(\.id)
            }
            let visitor = try await world.signIn(row)
            for id in items.prefix(1) {
                let page = try await world.ask(.get, "/withholdings/new?item=\(id)", visitor)
                #expect(page.status == 200 && page.text.contains("What would close"))
            }
            try await expectHidden(world, "withholdings/new?item=", items, from: [.expert, .partner])
        }
    }
}
