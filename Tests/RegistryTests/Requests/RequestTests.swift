import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Requests for information outside assessments: whose they are, their clock, what a State may do.
@Suite struct RequestTests {
    private static func seeing(_ world: TestWorld, _ id: String) async throws -> Set<String> {
        var keys: Set<String> = []
        for key in TestWorld.everyone + ["public"] where try await world.request(id, as: key) != nil {
            keys.insert(key)
        }
        return keys
    }

    private static let directorate: Set = ["head", "head-two", "expert", "expert-two"]

    @Test(arguments: Engine.allCases)
    func `a request is the Directorate's until it is sent, then its State's too, and nobody else's`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.draftedRequest()
            #expect(try await Self.seeing(world, id) == Self.directorate)
            #expect(
                try await world.refusal(of: "send-request", ["request": .string(id)], by: "expert")?.code
                    == "request.head-sends")
            try await world.perform("send-request", ["request": .string(id)], by: "head")
            #expect(try await Self.seeing(world, id) == Self.directorate.union(["mission", "focal-point"]))
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `each line is a question, its date is counted in working days, and its clock marks it once`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.sentRequest()
            let request = try #require(try await world.request(id, as: "mission"))
            #expect(request.points.map(\.point.question) == ["1", "2"])
            #expect(request.points.last?.point.body?.texts == ["en": "Since when?", "fr": "Depuis quand ?"])
            // Twenty working days from Friday 15 March 2024, less the body's holidays.
            let due = try #require(request.dueOn)
            #expect(due > CalendarDate(2024, 4, 11) && due < CalendarDate(2024, 4, 20))
            world.clock.move(to: due)
            #expect(try await world.registry.performDue() == 0)
            world.clock.move(to: due.next)
            #expect(try await world.registry.performDue() == 1)
            #expect(try await world.registry.performDue() == 0)
            for key in ["expert", "focal-point"] {
                #expect(try await world.request(id, as: key)?.stage == .overdue)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reply stays in the State's room until all are sent, and none may be missing`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let id = try await world.sentRequest()
            let this: [String: JSONValue] = ["request": .string(id)]
            try await world.draftReply(to: "1", of: id)
            #expect(try await world.request(id, as: "mission")?.points.first?.reply != nil)
            #expect(try await world.request(id, as: "head")?.points.first?.reply == nil)
            let refusal = try await world.refusal(of: "send-request-replies", this, by: "focal-point")
            #expect(refusal?.code == "request.unanswered" && refusal?.values["numbers"] == "2")
            try await world.draftReply(to: "2", of: id)
            try await world.draftReply(to: "2", of: id)
            #expect(
                try await world.refusal(of: "send-request-replies", this, by: "other-focal-point")?.code
                    == "object.not-found")
            try await world.perform("send-request-replies", this, by: "focal-point")
            let answered = try #require(try await world.request(id, as: "expert"))
            #expect(answered.stage == .answered && answered.points.allSatisfy { $0.reply != nil })
            try await world.perform("close-request", this, by: "expert")
            #expect(
                try await world.refusal(
                    of: "ask-more-time", ["request": .string(id), "reason": ["en": "x"]], by: "mission")?
                    .code == "request.not-at-stage")
        }
    }

    @Test func `more time is asked for once, and granting it moves the date on and ends the mark`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let id = try await world.sentRequest()
            let due = try #require(try await world.request(id, as: "mission")?.dueOn)
            world.clock.move(to: due.adding(days: 3))
            try await world.registry.performDue()
            let ask: [String: JSONValue] = [
                "request": .string(id), "reason": ["en": "The courts report late."],
            ]
            let decide: [String: JSONValue] = ["request": .string(id), "outcome": "granted"]
            #expect(
                try await world.refusal(of: "decide-more-time", decide, by: "expert")?.code
                    == "request.no-time-asked")
            try await world.perform("ask-more-time", ask, by: "focal-point")
            #expect(
                try await world.refusal(of: "ask-more-time", ask, by: "mission")?.code == "request.time-asked"
            )
            try await world.perform("decide-more-time", decide, by: "expert")
            let granted = try #require(try await world.request(id, as: "mission"))
            #expect(granted.stage == .sent && granted.moreTime?.value == "granted")
            let later = try #require(granted.dueOn)
            #expect(later >= due.adding(days: 3 + 14))
        }
    }

    @Test func `what is withdrawn before it was sent stays unknown to the State`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let withdraw: (String) -> [String: JSONValue] = {
                ["request": .string($0), "reason": ["en": "Asked in the assessment."]]
            }
            let (drafted, sent) = (try await world.draftedRequest(), try await world.sentRequest())
            for id in [drafted, sent] {
                try await world.perform("withdraw-request", withdraw(id), by: "expert")
            }
            #expect(try await Self.seeing(world, drafted) == Self.directorate)
            #expect(try await world.request(sent, as: "mission")?.stage == .withdrawn)
        }
    }

    @Test func `languages with other numbers of lines, and too many, are refused`() async throws {
        try await TestWorld.with(.sqlite) { world in
            func refusal(_ questions: JSONValue) async throws -> String? {
                let fields: [String: JSONValue] = [
                    "state": "FRD", "subject": ["en": "A"], "questions": questions,
                ]
                return try await world.refusal(of: "draft-request", fields, by: "expert")?.code
            }
            let differing = try await refusal(["en": "One\nTwo", "fr": "Un"])
            #expect(differing == "request.lines-differ")
            let many = Array(repeating: "One", count: 31).joined(separator: "\n")
            let tooMany = try await refusal(["en": .string(many)])
            #expect(tooMany == "request.too-many")
        }
    }
}
