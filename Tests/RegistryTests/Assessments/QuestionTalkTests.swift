import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Who answers a question, and what is said at it, within one room.
@Suite struct QuestionTalkTests {
    private static func said(_ named: String? = nil) -> [String: JSONValue] {
        var fields: [String: JSONValue] = ["question": "Q1", "text": TestCase.text("Which article?")]
        fields["named"] = named.map { .string($0) }
        return fields
    }

    @Test(arguments: Engine.allCases)
    func `what one room says at a question never shows in the other`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            let inside = try await draft.perform("discuss-question", Self.said(), by: "expert").id("remark")
            let own = try await draft.perform("discuss-own-question", Self.said(), by: "mission").id("remark")
            let state = ["focal-point", "mission"]
            let directorate = ["expert", "expert-two", "head"]
            for key in directorate + state + ThreadTests.outside + ["committee-member", "other-mission"] {
                #expect(try await draft.sees(key, inside) == directorate.contains(key), "\(key)")
                #expect(try await draft.sees(key, own) == state.contains(key), "\(key)")
            }
            #expect(try await !draft.sees("contributor", own), "the question was not handed over")
            try await draft.perform(
                "hand-question", ["question": "Q1", "person": .string(world.person("contributor"))],
                by: "focal-point")
            #expect(try await draft.sees("contributor", own))
            let entries = try await world.read(as: "expert") {
                try $0.history(limit: 200).map(\.kind.rawValue)
            }
            #expect(!entries.contains("discuss-own-question"), "nor in the record's words")
        }
    }

    @Test(arguments: Engine.allCases)
    func `who is named is of the room, and an official speaks at what was handed to them alone`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            func refusal(_ act: ActKind, _ fields: [String: JSONValue], by key: String) async throws
                -> String?
            {
                try await world.refusal(of: act, draft.this.merging(fields) { $1 }, by: key)?.code
            }
            let mission = Self.said(world.person("mission"))
            #expect(try await refusal("discuss-question", mission, by: "expert") == "discussion.not-of-room")
            try await draft.perform("discuss-own-question", mission, by: "focal-point")
            try await draft.perform("discuss-question", Self.said(world.person("head")), by: "expert")
            try await draft.perform(
                "hand-question", ["question": "Q1", "person": .string(world.person("contributor"))],
                by: "focal-point")
            try await draft.perform("discuss-own-question", Self.said(), by: "contributor")
            let other = Self.said().merging(["question": "Q2"]) { $1 }
            #expect(
                try await refusal("discuss-own-question", other, by: "contributor") == "handing.not-handed")
            #expect(
                try await refusal("discuss-own-question", Self.said(), by: "other-mission")
                    == "object.not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the lead or a head assigns, a question before its theme, and the Directorate alone sees it`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .drafted)
            func given(_ person: String, _ scope: [String: JSONValue]) -> [String: JSONValue] {
                scope.merging(["person": .string(world.person(person))]) { $1 }
            }
            func refusal(_ fields: [String: JSONValue], by key: String) async throws -> String? {
                try await world.refusal(
                    of: "assign-questions", draft.this.merging(fields) { $1 }, by: key)?.code
            }
            let one: [String: JSONValue] = ["question": "Q1"]
            #expect(try await refusal(given("expert", one), by: "expert-two") == "assignment.not-lead")
            #expect(try await refusal(given("expert-two", [:]), by: "expert") == "assignment.scope")
            #expect(
                try await refusal(given("expert-two", ["question": "Q1", "theme": "LEG"]), by: "expert")
                    == "assignment.scope")
            #expect(try await refusal(given("partner", one), by: "head") == "reading.not-directorate")
            try await draft.perform("assign-questions", given("head-two", ["theme": "LEG"]), by: "expert")
            try await draft.perform("assign-questions", given("expert", one), by: "head")
            try await draft.perform("assign-questions", given("expert-two", one), by: "head")
            let items = try await draft.items(.assignment, as: "expert-two")
            #expect(items.count == 2, "a question has one who answers it")
            #expect(items.assignee(of: "Q1", theme: "LEG") == world.person("expert-two"))
            #expect(items.assignee(of: "Q9", theme: "LEG") == world.person("head-two"))
            for key in ThreadTests.outside + ["committee-member", "mission", "contributor"] {
                #expect(try await draft.items(.assignment, as: key).isEmpty, "\(key)")
            }
        }
    }
}
