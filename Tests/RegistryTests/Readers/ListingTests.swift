import Record
import Storage
import Testing

@testable import Registry

/// A list is cut into pages where its rows are; what the pages hold is what the whole list holds.
@Suite struct ListingTests {
    private static let dutyFilters: [[String: String]] = [
        [:], ["stage": "confirmed"], ["stage": "proposed"], ["stage": "withdrawn"], ["status": "upcoming"],
    ]

    private func world(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.with(engine) { world in
            for number in 0..<9 {
                let duty = TestWorld.duty(what: "\(number)")
                if number.isMultiple(of: 2) {
                    _ = try await world.confirmed(duty)
                } else {
                    _ = try await world.registry.perform(
                        all: [ActCall("propose-duty", duty, by: world.performer("expert"))])
                }
            }
            try await body(world)
        }
    }

    @Test(arguments: Engine.allCases)
    func `pages of any size hold the whole list once and in its order`(engine: Engine) async throws {
        try await world(engine) { world in
            try await world.read(as: "head") { reader in
                for resource in Resource.all {
                    for filters in resource.name == "duties" ? Self.dutyFilters : [[:]] {
                        let whole = try resource.listing(reader, ListQuery(filters: filters))
                        #expect(whole.next == nil)
                        #expect(whole.total == whole.items.count, "\(resource.name) \(filters)")
                        let sizes = [whole.total < 40 ? 1 : 40, 7, max(whole.total, 1), whole.total + 1]
                        for limit in sizes {
                            let walked = try pages(resource, reader, filters, limit, total: whole.total)
                            #expect(walked == whole.items, "\(resource.name) \(filters) by \(limit)")
                        }
                    }
                }
            }
        }
    }

    private func pages(
        _ resource: Resource, _ reader: Reader, _ filters: [String: String], _ limit: Int, total: Int
    ) throws -> [JSONValue] {
        var items: [JSONValue] = []
        var after: String?
        repeat {
            let page = try resource.listing(reader, ListQuery(filters: filters, after: after, limit: limit))
            #expect(page.total == total)
            #expect(page.items.count <= limit)
            items += page.items
            after = page.next
        } while after != nil && items.count <= total
        return items
    }

    @Test(arguments: Engine.allCases)
    func `the order and the filters of a list are those of the register`(engine: Engine) async throws {
        try await world(engine) { world in
            try await world.read(as: "head") { reader in
                func ids(_ name: String, _ filters: [String: String] = [:]) throws -> [String] {
                    let resource = try #require(Resource.all.first { $0.name == name })
                    return try resource.listing(reader, ListQuery(filters: filters)).items
                        .compactMap { $0["id"]?.string }
                }
                let duties = try reader.duties()
                #expect(try ids("duties") == duties.map(\.id.rawValue))
                #expect(duties.count >= 9)
                for stage in ["proposed", "confirmed", "withdrawn"] {
                    #expect(
                        try ids("duties", ["stage": stage])
                            == duties.filter { $0.stage.rawValue == stage }.map(\.id.rawValue))
                }
                #expect(try ids("states") == reader.states(orderedIn: "en").map(\.code))
                #expect(try ids("requirements") == reader.requirements().map(\.code))
                #expect(try ids("resolutions") == reader.resolutions().map(\.id.rawValue))
                #expect(try ids("people") == reader.people().map(\.id.rawValue))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what follows an object that is not in the list is refused`(engine: Engine) async throws {
        try await world(engine) { world in
            try await world.read(as: "head") { reader in
                for resource in Resource.all {
                    #expect(throws: Refusal.self, "\(resource.name)") {
                        _ = try resource.listing(reader, ListQuery(after: "nothing", limit: 3))
                    }
                }
            }
        }
    }

    @Test func `a duty's version is the one of its representation`() async throws {
        try await world(.sqlite) { world in
            try await world.read(as: "head") { reader in
                for duty in try reader.duties() {
                    let representation = try reader.representation(Kind.Duty.type, duty.id.rawValue)
                    #expect(representation?["version"]?.string == duty.version)
                }
            }
        }
    }
}
