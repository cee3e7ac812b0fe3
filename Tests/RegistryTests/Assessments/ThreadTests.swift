import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// One case from a ministry's answer to an adopted recommendation, and what each room sees of it on the way.
@Suite struct ThreadTests {
    static let outside = ["partner", "outside-partner", "provider", "researcher", "other-mission", "public"]

    @Test(arguments: Engine.allCases)
    func `a case walks through every stage, and each room learns of it in its turn`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            var thread = try await TestCase(world, through: .drafted)
            #expect(try await thread.stage(as: "expert") == .preparing)
            for key in ["focal-point", "mission", "committee-member"] + Self.outside {
                #expect(try await thread.stage(as: key) == nil, "\(key)")
            }
            for step in [TestCase.Step.sent, .observed] { try await thread.take(step) }
            #expect(try await thread.stage(as: "focal-point") == .withState)
            #expect(try await thread.stage(as: "committee-member") == nil)
            for step in [TestCase.Step.revised, .approved, .submitted] { try await thread.take(step) }
            #expect(try await thread.stage(as: "committee-member") == .submitted)
            for step in [TestCase.Step.circulated, .ended, .adopted, .told] { try await thread.take(step) }
            for key in ["expert", "committee-member", "mission"] {
                #expect(try await thread.stage(as: key) == .adopted, "\(key)")
            }
            for key in Self.outside { #expect(try await thread.stage(as: key) == nil, "\(key)") }
            try await thread.take(.opened)
            #expect(try await thread.stage(as: "partner") == .adopted)
            #expect(try await thread.stage(as: "researcher") == nil)
            let positions = try await thread.items(.position, as: "partner").map(\.value)
            #expect(positions == ["partly", "partly"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `I36: raw answers and ratings never leave the Directorate and the State`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .opened)
            for type in [ItemType.answer, .rating] {
                #expect(try await !thread.items(type, as: "expert").isEmpty)
                #expect(try await !thread.items(type, as: "focal-point").isEmpty)
                for key in ["committee-member", "chair", "committee-secretary", "auditor"] + Self.outside {
                    #expect(try await thread.items(type, as: key).isEmpty, "\(type) \(key)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `I16, I17: a withheld finding and what rests on it close outside, and nowhere else`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .opened)
            let closed = [thread.findings[0], thread.recommendation]
            for id in closed { #expect(try await thread.sees("partner", id)) }
            let withholding = try await world.perform(
                "withhold-item",
                [
                    "item": .string(thread.findings[0]), "from": "un-system",
                    "reason": TestCase.text("Security"),
                ],
                by: "focal-point"
            ).id("withholding")
            for id in closed {
                #expect(try await !thread.sees("partner", id))
                for key in ["expert", "committee-member", "mission"] {
                    #expect(try await thread.sees(key, id), "\(key)")
                }
            }
            #expect(try await thread.sees("partner", thread.findings[1]))
            let refusal = try await world.refusal(
                of: "lift-withholding", ["withholding": .string(withholding), "upTo": "public"], by: "head")
            #expect(refusal?.kind == .notAllowed, "I19: only the State lifts")
            try await world.perform(
                "lift-withholding", ["withholding": .string(withholding), "upTo": "public"], by: "mission")
            for id in closed { #expect(try await thread.sees("partner", id)) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `everything that acts about cases write is what the record says`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .opened)
            try await world.perform(
                "withhold-item", ["item": .string(thread.findings[0]), "from": "researchers"], by: "mission")
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }
}
