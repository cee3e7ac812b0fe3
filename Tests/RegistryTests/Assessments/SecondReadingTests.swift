import Disclosure
import Pack
import Record
import Storage
import Testing

@testable import Registry

/// What is read a second time, by whom, and what it takes to conclude.
@Suite struct SecondReadingTests {
    private func sample(share: Int, _ assessment: String = "a") throws -> SecondReadingSample {
        let pack = try PackLoader.load(
            files: TestPack.files(replacing: "share: 20", with: "share: \(share)", in: "ratings.yaml"))
        return SecondReadingSample(
            assessment: assessment, rules: try #require(pack.ratingRules?.secondReading),
            scale: try #require(pack.scales.first { $0.code == "implementation" }))
    }

    @Test func `the sample follows from identifiers, is a share, and misses no top shortfall`() throws {
        let codes = (1...400).map { "R\($0)" }
        let values = Dictionary(uniqueKeysWithValues: codes.map { ($0, "partly") })
        let drawn = try sample(share: 20).requirements(values)
        #expect(drawn == (try sample(share: 20).requirements(values)))
        #expect((60...100).contains(drawn.count), "\(drawn.count)")
        #expect(try sample(share: 20, "b").requirements(values) != drawn)
        #expect(try sample(share: 0).requirements(values).isEmpty)
        #expect(try sample(share: 100).requirements(values).count == 400)
        #expect(try sample(share: 1).requirements(["LEG1": "partly"]) == ["LEG1"], "one at least")
        var low = values
        let undrawn = try #require(codes.first { !drawn.contains($0) })
        low[undrawn] = "small-extent"
        #expect(try sample(share: 20).requirements(low) == (drawn + [undrawn]).sorted())
    }

    private func rate(
        _ thread: TestCase, _ requirement: String, _ value: String, by key: String
    ) async throws {
        try await thread.perform(
            "rate-requirement",
            [
                "requirement": .string(requirement), "value": .string(value),
                "basis": TestCase.text("The sources"), "confidence": "high",
            ], by: key)
    }

    private func refusal(
        _ thread: TestCase, _ kind: ActKind, _ more: [String: JSONValue] = [:], by key: String
    ) async throws -> String? {
        try await thread.world.refusal(of: kind, thread.this.merging(more) { $1 }, by: key)?.code
    }

    @Test(arguments: Engine.allCases)
    func `a reading concludes once all of it was rated blind and each difference settled`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            try await rate(thread, "CFT3", "not-implemented", by: "expert")
            let coverage = CaseWalk.coverage
            try await thread.take(others: [.sent, .observed])
            try await thread.perform("revise-assessment", by: "expert")
            let person: [String: JSONValue] = ["person": .string(world.person("expert-two"))]
            for observation in try await thread.items(.observation, as: "expert") {
                try await world.perform(
                    "decide-observation",
                    [
                        "observation": .string(observation.id), "outcome": "noted",
                        "reason": TestCase.text("Noted"),
                    ], by: "expert")
            }
            #expect(
                try await refusal(thread, "approve-assessment", coverage, by: "head") == "assessment.unread")
            try await thread.perform("assign-second-reader", person, by: "head")
            let reading = try #require(try await thread.items(.secondReading, as: "expert-two").first)
            #expect(reading.sampledRequirements.contains("CFT3"))
            #expect(
                try await thread.items(.rating, as: "expert-two").isEmpty, "blind before the first rating")
            let conclude: ActKind = "conclude-second-reading"
            #expect(try await refusal(thread, conclude, by: "expert-two") == "reading.incomplete")
            for requirement in reading.sampledRequirements {
                try await rate(thread, requirement, "partly", by: "expert-two")
            }
            let seen = try await thread.items(.rating, as: "expert-two").filter { $0.requirement == "CFT3" }
            #expect(seen.compactMap { $0.text("reader") }.sorted() == ["first", "second"])
            #expect(try await refusal(thread, conclude, by: "expert-two") == "reading.difference-open")
            try await thread.perform(
                "settle-rating",
                ["requirement": "CFT3", "value": "small-extent", "reason": TestCase.text("The act")],
                by: "head")
            try await thread.perform(conclude, by: "expert-two")
            try await thread.perform("approve-assessment", coverage, by: "head")
            let rows = RatingRow.rows(try await thread.items(.rating, as: "head"))
            let row = try #require(rows.first { $0.requirement == "CFT3" })
            #expect(
                [row.first, row.second, row.settled].map { $0?.value } == [
                    "not-implemented", "partly", "small-extent",
                ])
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `I11: a change after settling adds a row, and the difference is open again`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            try await thread.perform(
                "assign-second-reader",
                ["person": .string(world.person("expert-two")), "requirements": ["LEG1"]], by: "head")
            try await rate(thread, "LEG1", "fully", by: "expert-two")
            try await thread.perform(
                "settle-rating",
                ["requirement": "LEG1", "value": "largely", "reason": TestCase.text("The act")], by: "head")
            func isOpen() async throws -> Bool? {
                RatingRow.rows(try await thread.items(.rating, as: "head"))
                    .first { $0.requirement == "LEG1" }?.isOpen
            }
            #expect(try await isOpen() == false)
            try await rate(thread, "LEG1", "small-extent", by: "expert")
            #expect(try await isOpen() == true)
            let versions = try await world.rows(
                """
                SELECT value, author, body, detail FROM item
                 WHERE type = 'rating' AND requirement = 'LEG1' ORDER BY entered_by
                """)
            let values: [String?] = try versions.map { try $0.optional("value") }
            #expect(values == ["partly", "fully", "largely", "small-extent"])
            for version in versions {
                #expect(try !version.get("author", as: String.self).isEmpty)
                #expect(try version.optional("body", as: String.self) != nil)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `I33: nobody reads what they lead or rated, and one reads at a time`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            func assigning(_ key: String) -> [String: JSONValue] {
                ["person": .string(world.person(key)), "requirements": ["LEG1"]]
            }
            let assign: ActKind = "assign-second-reader"
            #expect(try await refusal(thread, assign, assigning("expert"), by: "head") != nil)
            try await thread.perform(
                "reassign-assessment", ["lead": .string(world.person("head-two"))], by: "head")
            #expect(
                try await refusal(thread, assign, assigning("head-two"), by: "head") == "reading.leads")
            #expect(
                try await refusal(thread, assign, assigning("expert"), by: "head")
                    == "reading.rated-before")
            #expect(
                try await refusal(
                    thread, assign,
                    ["person": .string(world.person("expert-two")), "requirements": ["NONE9"]], by: "head")
                    != nil)
            try await thread.perform(assign, assigning("expert-two"), by: "head")
            #expect(try await refusal(thread, assign, assigning("head"), by: "head") == "reading.assigned")
            try await thread.perform(
                assign, ["person": .string(world.person("expert-two")), "requirements": ["CFT3"]],
                by: "head")
            let readings = try await thread.items(.secondReading, as: "head")
            #expect(readings.map(\.sampledRequirements) == [["CFT3", "LEG1"]])
        }
    }

    @Test func `where the pack keeps nationals away, they neither open, rate, lead nor read second`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .drafted)
            func national(_ key: String, by other: String, _ state: String = "FRD") -> [String: JSONValue] {
                ["person": .string(world.person(key)), "state": .string(state), "held": "yes"]
            }
            let record: ActKind = "record-nationality"
            try await world.perform(record, national("expert-two", by: "expert-two"), by: "expert-two")
            #expect(
                try await world.refusal(of: record, national("head", by: "expert"), by: "expert")?.code
                    == "nationality.not-own")
            let lead: [String: JSONValue] = ["lead": .string(world.person("expert-two"))]
            let reads: [String: JSONValue] = [
                "person": .string(world.person("expert-two")), "requirements": ["LEG1"],
            ]
            try await thread.perform("assign-second-reader", reads, by: "head")
            let files = TestPack.files(
                replacing: "exclude-nationals: false", with: "exclude-nationals: true", in: "ratings.yaml")
            let pack = try await world.registry.stage(pack: files)
            try await world.perform("adopt-pack", ["pack": .string(pack.rawValue)], by: "head")
            #expect(
                try await refusal(
                    thread, "rate-requirement",
                    [
                        "requirement": "LEG1", "value": "partly", "basis": TestCase.text("x"),
                        "confidence": "low",
                    ], by: "expert-two") == "reading.national")
            #expect(try await refusal(thread, "reassign-assessment", lead, by: "head") == "reading.national")
            #expect(
                try await refusal(thread, "assign-second-reader", reads, by: "head") == "reading.national")
            try await world.perform(record, national("expert-two", by: "head", "SYL"), by: "head")
            #expect(
                try await world.refusal(
                    of: "open-assessment", ["state": "SYL", "questionnaire": "short-survey"],
                    by: "expert-two")?.code == "reading.national")
        }
    }
}
