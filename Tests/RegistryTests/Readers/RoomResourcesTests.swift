import Record
import Storage
import Testing

@testable import Registry

/// Resources of what stays in a room: what is said at questions, who is away.
@Suite struct RoomResourcesTests {
    private static func list(_ world: TestWorld, _ name: String, as key: String) async throws -> [JSONValue] {
        try await world.read(as: key) { reader in
            let resource = try #require(Resource.all.first { $0.name == name })
            return try resource.listing(reader, ListQuery()).items
        }
    }

    @Test(arguments: Engine.allCases)
    func `a discussion is read in its own room, and absences by the Directorate alone`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .sent)
            func say(_ kind: ActKind, _ text: String, by key: String) async throws {
                try await thread.perform(kind, ["question": "Q1", "text": TestCase.text(text)], by: key)
            }
            try await say("discuss-question", "Which source says so?", by: "expert")
            try await say("discuss-own-question", "The ministry knows.", by: "focal-point")
            try await world.perform(
                "record-absence",
                [
                    "person": .string(world.person("expert")), "deputy": .string(world.person("expert-two")),
                    "from": "2024-03-01", "until": "2024-03-08",
                ], by: "expert")
            let ours = try #require(try await Self.list(world, "discussions", as: "expert-two").first)
            #expect(ours["text"]?["en"] == "Which source says so?" && ours["by"] == "directorate")
            #expect(ours["question"] == "Q1" && ours["author"]?.string == world.person("expert"))
            #expect(ours["at"]?.string?.hasPrefix("2024-03-15") == true)
            let theirs = try await Self.list(world, "discussions", as: "mission")
            #expect(theirs.map { $0["text"]?["en"] } == ["The ministry knows."])
            for key in ["committee-member", "other-focal-point", "auditor", "public"] {
                #expect(try await Self.list(world, "discussions", as: key).isEmpty, "\(key)")
            }
            let away = try #require(try await Self.list(world, "absences", as: "head").first)
            #expect(away["person"]?.string == world.person("expert") && away["until"] == "2024-03-08")
            for key in ["committee-member", "mission", "administrator", "public"] {
                #expect(try await Self.list(world, "absences", as: key).isEmpty, "\(key)")
            }
        }
    }
}
