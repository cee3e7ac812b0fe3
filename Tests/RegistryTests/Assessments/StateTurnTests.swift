import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// What the State says, each thing in a field of its own, and what becomes of it.
@Suite struct StateTurnTests {
    @Test(arguments: Engine.allCases)
    func `a State that does not agree gives its reason, and an office belongs to an action`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            func refusal(_ more: [String: JSONValue]) async throws -> String? {
                let fields: [String: JSONValue] = ["question": "Q1", "position": "disagree"]
                return try await world.refusal(
                    of: "draft-answer", draft.this.merging(fields) { $1 }.merging(more) { $1 },
                    by: "focal-point")?.code
            }
            let reason = ["reason": TestCase.text("A new act")]
            #expect(
                try await refusal(["explanation": TestCase.text("See the act")]) == "answer.reason-missing")
            for (field, value): (String, JSONValue) in [
                ("office", TestCase.text("Justice")), ("date", "2024-06-30"), ("progress", "in-progress"),
            ] {
                #expect(
                    try await refusal(reason.merging([field: value]) { $1 }) == "state.action-missing",
                    "\(field)")
            }
            try await draft.perform(
                "draft-answer", reason.merging(["question": "Q1", "position": "disagree"]) { $1 },
                by: "focal-point")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what the State says it does goes with its answer and its observation, and not before`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            let step: [String: JSONValue] = [
                "action": TestCase.text("A bill"), "office": TestCase.text("Justice"), "date": "2024-06-30",
                "progress": "in-progress",
            ]
            func steps(_ key: String) async throws -> Int { try await draft.items(.step, as: key).count }
            try await draft.perform(
                "draft-answer",
                step.merging(["question": "Q1", "position": "disagree", "reason": TestCase.text("New")]) {
                    $1
                },
                by: "focal-point")
            try await world.perform(
                "draft-observation",
                step.merging(["about": .string(draft.findings[0]), "text": TestCase.text("Old")]) { $1 },
                by: "focal-point")
            #expect(try await steps("mission") == 2)
            #expect(try await steps("expert") == 0)
            try await draft.perform("send-answers", by: "focal-point")
            #expect(try await steps("expert") == 1, "the observation was not sent")
            try await draft.perform("send-observations", by: "focal-point")
            #expect(try await steps("expert") == 2)
            for key in ThreadTests.outside + ["committee-member", "other-focal-point"] {
                #expect(try await steps(key) == 0, "\(key)")
            }
            let answers = try await draft.items(.answer, as: "expert")
            let answer = try #require(answers.first { $0.room == "state" })
            let json = try await world.read(as: "expert") {
                try $0.representation(Kind.Answer.type, answer.id)
            }
            #expect(json?["reason"]?["en"]?.string == "New")
            #expect(json?["action"]?["en"]?.string == "A bill")
            #expect(json?["office"]?["en"]?.string == "Justice")
            #expect(json?["date"]?.string == "2024-06-30")
            #expect(json?["progress"]?.string == "in-progress")
            // An action that is named no more is said no more.
            try await draft.perform(
                "draft-answer", ["question": "Q1", "position": "agree"], by: "focal-point")
            let own = try await world.read(as: "mission") {
                try $0.representation(Kind.Answer.type, answer.id)
            }
            #expect(own?["action"] == .null)
            #expect(own?["progress"] == .null)
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an official to whom a question was handed sees what is done about it, and no observation's step`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            try await draft.perform(
                "hand-question", ["question": "Q1", "person": .string(world.person("contributor"))],
                by: "focal-point")
            let action = ["action": TestCase.text("A bill")]
            let answers = try await draft.items(.answer, as: "focal-point")
            let sent = try #require(answers.first { $0.question == "Q1" })
            try await world.perform(
                "draft-observation",
                action.merging(["about": .string(sent.id), "text": TestCase.text("Old")]) { $1 },
                by: "focal-point")
            #expect(try await draft.items(.step, as: "contributor").isEmpty)
            try await draft.perform(
                "draft-answer", action.merging(["question": "Q1", "position": "agree"]) { $1 },
                by: "focal-point")
            #expect(try await draft.items(.step, as: "contributor").count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the second reading closes only when each observation is answered`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .observed)
            try await draft.perform("revise-assessment", by: "expert")
            try await draft.perform(
                "assign-second-reader",
                ["person": .string(world.person("expert-two")), "requirements": ["LEG1"]], by: "head")
            for requirement in TestCase.requirements {
                try await draft.perform(
                    "rate-requirement",
                    [
                        "requirement": .string(requirement), "value": "partly",
                        "basis": TestCase.text("The act"), "confidence": "low",
                    ], by: "expert-two")
            }
            let refused = try await world.refusal(
                of: "conclude-second-reading", draft.this, by: "expert-two")
            #expect(refused?.code == "assessment.observation-open")
            let observation = try await draft.only(.observation)
            try await world.perform(
                "decide-observation",
                [
                    "observation": .string(observation), "outcome": "noted",
                    "reason": TestCase.text("The act is new"),
                ], by: "expert")
            try await draft.perform("conclude-second-reading", by: "expert-two")
            #expect(try await draft.stage(as: "expert") == .secondRead)
        }
    }

    @Test(arguments: Engine.allCases)
    func `new words that an observation brought stand beside those that the State read`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .observed)
            try await draft.perform("revise-assessment", by: "expert")
            let observation = try await draft.only(.observation)
            func decided(_ outcome: String, _ wording: String) -> [String: JSONValue] {
                [
                    "observation": .string(observation), "outcome": .string(outcome),
                    "reason": TestCase.text("Right"), "wording": TestCase.text(wording),
                ]
            }
            func refusal(_ fields: [String: JSONValue]) async throws -> String? {
                try await world.refusal(of: "decide-observation", fields, by: "expert")?.code
            }
            #expect(try await refusal(decided("noted", "New")) == "decision.wording-not-taken")
            let same = decided("taken-up", "A shortfall in LEG1")
            #expect(try await refusal(same) == "decision.wording-same")
            for wording in ["New", "Newer"] {
                try await world.perform("decide-observation", decided("taken-up", wording), by: "expert")
            }
            for key in ["expert", "mission"] {
                let items = try await draft.items(.rewording, as: key)
                #expect(items.map { $0.note?.texts["en"] } == ["A shortfall in LEG1"], "\(key)")
                #expect(items.map { $0.body?.texts["en"] } == ["Newer"], "\(key)")
            }
            for key in ThreadTests.outside + ["committee-member"] {
                #expect(try await draft.items(.rewording, as: key).isEmpty, "\(key)")
            }
            let finding = draft.findings[0]
            let words = try await world.read(as: "expert") { try $0.item(finding)?.body?.texts["en"] }
            #expect(words == "Newer")
            let read = try await world.read(as: "mission") { try $0.item(finding)?.body?.texts["en"] }
            #expect(read == "A shortfall in LEG1", "until the draft is sent again")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `two people in one answer notice each other, in both rooms`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            let cases: [(ActKind, String, String, [String: JSONValue])] = [
                (
                    "record-answer", "expert", "expert-two",
                    ["question": "Q1", "value": "partly", "source": "state", "confidence": "high"]
                ),
                ("draft-answer", "focal-point", "mission", ["question": "Q1", "position": "agree"]),
            ]
            for (act, one, other, fields) in cases {
                func version(_ key: String) async throws -> JSONValue {
                    let room = act == "record-answer" ? "directorate" : "state"
                    let answers = try await draft.items(.answer, as: key)
                    guard let found = answers.first(where: { $0.question == "Q1" && $0.room == room }) else {
                        return "none"
                    }
                    let json = try await world.read(as: key) {
                        try $0.representation(Kind.Answer.type, found.id)
                    }
                    return json?["version"] ?? .null
                }
                func typed(_ version: JSONValue, _ words: String) -> [String: JSONValue] {
                    draft.this.merging(fields) { $1 }
                        .merging(["version": version, "explanation": TestCase.text(words)]) { $1 }
                }
                let seen = try await version(one)
                try await world.perform(act, typed(try await version(other), "Theirs"), by: other)
                let refused = try await world.refusal(of: act, typed(seen, "Mine"), by: one)
                #expect(refused?.kind == .conflict, "\(act)")
                #expect(refused?.conflict?.current["text"]?["en"]?.string == "Theirs", "\(act)")
                #expect(refused?.conflict?.changedBy != nil, "\(act): a colleague of the same room is named")
                try await world.perform(act, typed(try await version(one), "Both"), by: one)
                let late = try await world.refusal(of: act, typed("none", "Late"), by: other)
                #expect(late?.kind == .conflict, "\(act): there is an answer by now")
            }
        }
    }
}
