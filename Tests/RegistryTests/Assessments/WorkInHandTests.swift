import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Who leads, who stands in, and how a wrong entry is taken back.
@Suite struct WorkInHandTests {
    private func given(_ world: TestWorld, _ thread: TestCase, _ lead: String) -> [String: JSONValue] {
        thread.this.merging(["lead": .string(world.person(lead))]) { $1 }
    }

    @Test(arguments: Engine.allCases)
    func `a case goes to another lead, and its stage counts on from the same day`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .sent)
            let id = AssessmentID(thread.assessment)
            let before = try await world.read(as: "expert") { reader in
                try reader.assessment(id).flatMap { try reader.entryTimes(of: [$0.item])[id.rawValue] }
            }
            world.clock.move(to: TestWorld.today.adding(days: 9))
            try await world.perform(
                "reassign-assessment", given(world, thread, "expert-two"), by: "head")
            let after = try await world.read(as: "expert") { try $0.assessment(id) }
            #expect(after?.lead == world.person("expert-two"))
            #expect(after?.stage == .withState)
            #expect(after?.stageSince == before)
            #expect(before != nil)
            try await thread.perform("send-observations", by: "focal-point")
            try await thread.perform("revise-assessment", by: "expert-two")
            let revised = try await world.read(as: "expert") { try $0.assessment(id) }
            #expect(revised?.stageSince == nil, "a new stage counts from its own day")
            #expect(revised?.lead == world.person("expert-two"))
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `I33: nobody leads what they read second, are excluded from, or have no capacity for`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let thread = try await TestCase(world, through: .drafted)
            func refusal(_ lead: String, by key: String = "head") async throws -> String? {
                try await world.refusal(
                    of: "reassign-assessment", given(world, thread, lead), by: key)?.code
            }
            #expect(try await refusal("expert") == "reassign.leads-already")
            #expect(try await refusal("partner") == "reading.not-directorate")
            #expect(try await refusal("expert-two", by: "expert") != nil, "a head alone")
            try await thread.perform("declare-conflict", by: "head-two")
            #expect(try await refusal("head-two") == "reassign.excluded")
            try await thread.perform(
                "assign-second-reader",
                ["person": .string(world.person("expert-two")), "requirements": ["LEG1"]], by: "head")
            #expect(try await refusal("expert-two") == "reassign.reads-second")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an absence is one's own to record, or a head's, with another colleague as deputy`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            func fields(_ person: String, _ deputy: String, _ from: Int, _ until: Int) -> [String: JSONValue]
            {
                [
                    "person": .string(world.person(person)), "deputy": .string(world.person(deputy)),
                    "from": .string(TestWorld.today.adding(days: from).description),
                    "until": .string(TestWorld.today.adding(days: until).description),
                ]
            }
            func refusal(_ fields: [String: JSONValue], by key: String) async throws -> String? {
                try await world.refusal(of: "record-absence", fields, by: key)?.code
            }
            #expect(
                try await refusal(fields("expert-two", "expert", 0, 5), by: "expert") == "absence.not-own")
            #expect(try await refusal(fields("expert", "expert", 0, 5), by: "expert") == "absence.own-deputy")
            #expect(try await refusal(fields("expert", "expert-two", 5, 4), by: "expert") == "absence.order")
            #expect(
                try await refusal(fields("expert", "partner", 0, 5), by: "expert")
                    == "reading.not-directorate")
            let id = try await world.perform(
                "record-absence", fields("expert", "expert-two", 0, 5), by: "expert"
            ).id("absence")
            #expect(try await refusal(fields("expert", "head", 5, 9), by: "head") == "absence.overlaps")
            let seen = try await world.read(as: "expert-two") { try $0.absences() }
            #expect(seen.map(\.deputy) == [world.person("expert-two")])
            #expect(seen.first?.covers(TestWorld.today.adding(days: 5)) == true)
            #expect(seen.first?.covers(TestWorld.today.adding(days: 6)) == false)
            for key in ThreadTests.outside + ["committee-member", "mission", "administrator", "auditor"] {
                #expect(try await world.read(as: key) { try $0.item(id) } == nil, "\(key)")
            }
            let end: [String: JSONValue] = ["absence": .string(id)]
            #expect(
                try await world.refusal(of: "end-absence", end, by: "expert-two")?.code == "absence.not-own")
            try await world.perform("end-absence", end, by: "head")
            #expect(try await world.read(as: "expert") { try $0.absences() }.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a wrong entry is withdrawn while it was not sent and nothing rests on it`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            var thread = try await TestCase(world, through: .drafted)
            func fields(_ id: String) -> [String: JSONValue] {
                ["item": .string(id), "reason": TestCase.text("Entered for the wrong State")]
            }
            func refusal(_ id: String, by key: String = "expert") async throws -> String? {
                try await world.refusal(of: "withdraw-item", fields(id), by: key)?.code
            }
            #expect(try await refusal(thread.findings[0]) == "withdraw.rests", "a recommendation does")
            #expect(try await refusal(thread.findings[1], by: "expert-two") == "withdraw.not-own")
            let before = TestWorld.today
            world.clock.move(to: before.adding(days: 2))
            try await world.perform("withdraw-item", fields(thread.findings[1]), by: "expert")
            #expect(try await !thread.sees("expert", thread.findings[1]))
            let id = thread.findings[1]
            let then = try await world.read(as: "expert", asOf: before) { try $0.item(id) }
            #expect(then != nil, "it is read as of the days before")
            try await thread.take(.sent)
            #expect(try await refusal(thread.recommendation) == "withdraw.sent")
            #expect(try await thread.sees("focal-point", thread.recommendation))
            #expect(try await !thread.sees("focal-point", thread.findings[1]))
            let mine = try await world.refusal(of: "withdraw-item", fields(thread.assessment), by: "head")
            #expect(mine?.code == "withdraw.not-withdrawable")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }
}
