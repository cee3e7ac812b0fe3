import Disclosure
import Record
import Storage
import Surveys
import Testing

@testable import Registry

/// Agreement over second readings, and what is like a recommendation that is being written.
@Suite struct AgreementTests {
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

    @Test(arguments: Engine.allCases)
    func `agreement rests on what two rated and the viewer sees, and is the same each time`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            func reports(_ key: String) async throws -> [AgreementReport] {
                try await world.read(as: key) { try $0.agreementOfReaders() }
            }
            #expect(try await reports("head").first?.all.estimate.agreement.alpha == .noPairableValues)
            try await rate(thread, "LEG1", "fully", by: "expert")
            try await thread.perform(
                "assign-second-reader",
                ["person": .string(world.person("expert-two")), "requirements": ["LEG1", "CFT3"]],
                by: "head")
            try await rate(thread, "LEG1", "fully", by: "expert-two")
            #expect(try await reports("head").first?.all.estimate.agreement.alpha == .noVariation)
            try await rate(thread, "CFT3", "partly", by: "expert-two")
            let full = try #require(try await reports("head").first)
            #expect(full.all.estimate.agreement.alpha == .value(1))
            #expect(full.requirements.map(\.code) == ["CFT3", "LEG1"])
            #expect(full.themes.map(\.code) == ["CFT", "LEG"])
            #expect(full.raters.isEmpty, "of two, either leaves nothing to compare")
            #expect(full.all.isTooFew && full.all.interval == nil)
            #expect(try await reports("head").first?.all.estimate == full.all.estimate)
            for key in ["committee-member", "focal-point", "auditor", "public"] {
                #expect(try await reports(key).isEmpty, "\(key)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `of three who read cases heads alone read which one changes the agreement`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let third = try await world.add("third-reader", .expert, by: "head")
            let cases = [
                try await TestCase(world, through: .drafted),
                try await TestCase(world, through: .drafted, state: "SYL"),
            ]
            let readers = [world.performer("expert-two"), third]
            for (thread, reader) in zip(cases, readers) {
                let person = reader.person?.rawValue ?? ""
                try await thread.perform(
                    "assign-second-reader",
                    ["person": .string(person), "requirements": ["LEG1", "CFT3"]], by: "head")
                for (requirement, value) in [("LEG1", "fully"), ("CFT3", "partly")] {
                    let rating: [String: JSONValue] = [
                        "requirement": .string(requirement), "value": .string(value),
                        "basis": TestCase.text("The sources"), "confidence": "high",
                    ]
                    _ = try await world.registry.perform(
                        ActCall("rate-requirement", thread.this.merging(rating) { $1 }, by: reader),
                        idempotencyKey: nil)
                }
            }
            func raters(_ key: String) async throws -> Set<String> {
                try await world.read(as: key) { reader in
                    Set(try reader.agreementOfReaders().flatMap(\.raters).map(\.rater))
                }
            }
            let three = Set(
                [world.person("expert"), world.person("expert-two")] + [third].compactMap(\.person?.rawValue))
            #expect(try await raters("head") == three)
            #expect(try await raters("head-two") == three)
            for key in ["expert", "expert-two", "committee-member", "focal-point", "auditor"] {
                #expect(try await raters(key).isEmpty, "\(key)")
            }
            let seen = try await world.read(as: "expert") { try $0.agreementOfReaders().first?.all }
            #expect(seen?.estimate.agreement.pairableUnits == 4, "colleagues read the agreement itself")
        }
    }

    @Test func `a blind reader's agreement does not rest on what they have not rated`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .drafted)
            try await thread.perform(
                "assign-second-reader",
                ["person": .string(world.person("expert-two")), "requirements": ["LEG1", "CFT3"]],
                by: "head")
            try await rate(thread, "LEG1", "fully", by: "expert-two")
            let report = try await world.read(as: "expert-two") { try $0.agreementOfReaders() }
            #expect(report.first?.all.estimate.agreement.pairableUnits == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the State reads one value for each requirement, and never that readers differed`(
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
                ["requirement": "LEG1", "value": "largely", "reason": TestCase.text("They differed")],
                by: "head")
            try await thread.perform("send-draft", by: "expert")
            let seen = try await thread.items(.rating, as: "focal-point")
            #expect(seen.map(\.requirement) == ["CFT3", "LEG1"])
            #expect(seen.map(\.value) == ["partly", "largely"])
            #expect(seen.allSatisfy { $0.text("reader") == "first" })
            #expect(seen.allSatisfy { $0.body?.texts.values.contains("They differed") == false })
            let inside = try await thread.items(.rating, as: "head").filter { $0.requirement == "LEG1" }
            #expect(Set(inside.map(\.value)) == ["partly", "fully", "largely"])
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test func `two texts are alike by the words that both have, in any script`() {
        #expect(SimilarRecommendation.overlap(["Amend the code"], ["amend the Code."]) == 1)
        #expect(SimilarRecommendation.overlap(["Amend the code"], ["Freeze assets"]) == 0)
        #expect(SimilarRecommendation.overlap(["修订刑法典"], ["修订民法典"]) > 0.2)
        #expect(SimilarRecommendation.overlap([String](), ["Freeze assets"]) == 0)
    }

    @Test func `recommendations to the same State are alike, the same requirement first`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .drafted)
            let other = try await TestCase(world, through: .drafted, state: "SYL")
            let id = AssessmentID(thread.assessment)
            let found = try await world.read(as: "expert") {
                try $0.similarRecommendations(in: id, requirement: "LEG1", texts: ["Amend the penal code"])
            }
            #expect(found.map(\.item.id) == [thread.recommendation])
            #expect(found.first?.isOfRequirement == true)
            #expect(found.first?.cycle == 1)
            #expect(!found.map(\.item.id).contains(other.recommendation))
            let elsewhere = try await world.read(as: "expert") {
                try $0.similarRecommendations(in: id, requirement: "BOR4", texts: ["Screen passengers"])
            }
            #expect(elsewhere.isEmpty)
        }
    }
}
