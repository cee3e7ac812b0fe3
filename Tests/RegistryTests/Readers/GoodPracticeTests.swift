import Record
import Storage
import Testing

@testable import Registry

/// Good practices: findings of that sort under a name of their own.
@Suite struct GoodPracticeTests {
    private static func list(
        _ world: TestWorld, _ name: String, _ filters: [String: String] = [:], as key: String
    ) async throws -> [JSONValue] {
        try await world.read(as: key) { reader in
            let resource = try #require(Resource.all.first { $0.name == name })
            return try resource.listing(reader, ListQuery(filters: filters)).items
        }
    }

    @Test(arguments: Engine.allCases)
    func `good practices are the findings of that sort, by the same names, for those who see them`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            let practice = try await thread.perform(
                "record-finding",
                [
                    "requirement": "LEG1", "sort": "good-practice",
                    // Words that look like the sort of another finding are words.
                    "text": TestCase.text("A shared register"),
                ], by: "expert"
            ).id("finding")
            try await thread.perform(
                "record-finding",
                [
                    "requirement": "LEG1", "sort": "shortfall",
                    "text": TestCase.text("\"sort\":\"good-practice\""),
                ], by: "expert")
            let seen = try await Self.list(world, "good-practices", as: "expert")
            let findings = try await Self.list(world, "findings", as: "expert")
            let sorted = findings.filter { $0["sort"] == "good-practice" }
            #expect(seen.contains { $0["id"]?.string == practice } && seen.count < findings.count)
            #expect(seen.map { $0["id"] } == sorted.map { $0["id"] })
            #expect(seen.map { $0["version"] } == sorted.map { $0["version"] }, "an act takes either")
            #expect(seen.map { $0["url"] } == sorted.map { $0["url"] })
            #expect(seen.allSatisfy { $0["type"] == "good-practice" })
            for (filter, value) in [
                ("state", "FRD"), ("assessment", thread.assessment), ("withheld", "false"),
            ] {
                #expect(try await Self.list(world, "good-practices", [filter: value], as: "expert") == seen)
            }
            for (filter, value) in [("state", "SYL"), ("theme", "none"), ("withheld", "true")] {
                let none = try await Self.list(world, "good-practices", [filter: value], as: "expert")
                #expect(none.isEmpty, "\(filter)")
            }
            for key in ["mission", "committee-member", "partner", "public"] {
                #expect(try await Self.list(world, "good-practices", as: key).isEmpty, "\(key)")
            }
            try await world.read(as: "expert") { reader in
                let resource = try #require(Resource.all.first { $0.name == "good-practices" })
                #expect(try resource.item(reader, practice)?["id"]?.string == practice)
                let shortfall = findings.first { $0["sort"] == "shortfall" }?["id"]?.string ?? ""
                #expect(try resource.item(reader, shortfall) == nil)
            }
        }
    }
}
