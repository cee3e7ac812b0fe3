import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Answers of every kind, in both rooms.
@Suite struct AnswerKindTests {
    private static let survey = """

        - code: kinds
          name: { en: Kinds, zh-Hans: 类别 }
          version: "1"
          scale: implementation
          questions:
            - code: K1
              theme: LEG
              requirements: [LEG7]
              kind: register
              text: { en: Which conventions?, zh-Hans: 哪些公约？ }
              options:
                - { code: bombing, name: { en: Bombing, zh-Hans: 爆炸 } }
                - { code: financing, name: { en: Financing, zh-Hans: 资助 } }
              parts:
                - { code: K1a, kind: open, text: { en: Why?, zh-Hans: 为何？ }, when: { question: K1, is: [bombing] } }
            - code: K2
              theme: LEG
              requirements: [LEG1]
              kind: number
              unit: { en: cases, zh-Hans: 起 }
              text: { en: How many?, zh-Hans: 多少？ }
            - code: K3
              theme: LEG
              requirements: [LEG1]
              visited: true
              kind: date
              text: { en: Since when?, zh-Hans: 何时起？ }
        """

    private static func open(_ world: TestWorld, visited: JSONValue? = nil) async throws -> String {
        let files = TestPack.files.map { file in
            file.path == "questionnaires.yaml" ? (file.path, file.bytes + Array(survey.utf8)) : file
        }
        let hash = try await world.registry.stage(pack: files)
        try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
        try await world.adoptQuestionnaires()
        var fields: [String: JSONValue] = ["state": "FRD", "questionnaire": "kinds"]
        fields["visited"] = visited
        return try await world.perform("open-assessment", fields, by: "expert").id("assessment")
    }

    private static func answer(
        _ world: TestWorld, _ assessment: String, _ question: String, _ value: String?, _ text: String? = nil
    ) async throws -> String? {
        var fields: [String: JSONValue] = [
            "assessment": .string(assessment), "question": .string(question), "source": "state",
            "confidence": "high",
        ]
        fields["value"] = value.map { .string($0) }
        fields["explanation"] = text.map(TestCase.text)
        let outcome = try await world.perform("record-answer", fields, by: "expert")
        let id = outcome.id("answer")
        return try await world.read(as: "expert") { try $0.item(.answer, id)?.value }
    }

    private static func refusal(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch let refusal as Refusal { return refusal.code } catch { return "\(error)" }
    }

    @Test(arguments: Engine.allCases)
    func `an answer is kept in the spelling of its kind`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let assessment = try await Self.open(world, visited: "yes")
            let register = try await Self.answer(world, assessment, "K1", "financing bombing:1998-05-01")
            #expect(register == "bombing:1998-05-01 financing")
            #expect(try await Self.answer(world, assessment, "K1a", nil, "Because") == nil)
            #expect(try await Self.answer(world, assessment, "K2", "012") == "12")
            #expect(try await Self.answer(world, assessment, "K3", "2019") == "2019")
            #expect(try await Self.answer(world, assessment, "K3", "no-information") == "no-information")
            #expect(
                try await Self.answer(world, assessment, "K2", "not-applicable", "No courts")
                    == "not-applicable")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is no answer is refused, and nothing is kept`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let assessment = try await Self.open(world)
            let before = try await world.registry.extent().entries
            for (question, value, text, code) in [
                ("K1", "bombing hostages", nil, "scale.unknown-option"),
                ("K1", "bombing:soon", nil, "answer.not-date"), ("K1", nil, "x", "answer.value-missing"),
                ("K1a", "fully", "x", "answer.value-not-taken"),
                ("K1a", nil, nil, "answer.explanation-missing"),
                ("K2", "many", nil, "answer.not-number"),
                ("K2", "not-applicable", nil, "answer.not-applicable-why"),
                ("K3", "2019", nil, "question.not-asked"), ("Q1", "fully", nil, "question.unknown"),
            ] as [(String, String?, String?, String)] {
                let refused = await Self.refusal {
                    _ = try await Self.answer(world, assessment, question, value, text)
                }
                #expect(refused == code, "\(question) \(value ?? "-")")
            }
            #expect(try await world.registry.extent().entries == before)
        }
    }

    @Test func `a condition looks at the answers of one's own room`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let assessment = try await Self.open(world)
            _ = try await Self.answer(world, assessment, "K1", "financing")
            let refused = await Self.refusal {
                _ = try await Self.answer(world, assessment, "K1a", nil, "Because")
            }
            #expect(refused == "question.not-asked")
            try await world.perform(
                "write-overview",
                [
                    "assessment": .string(assessment), "text": TestCase.text("An overview"),
                    "quoting": "nothing",
                ], by: "expert")
            try await world.perform("send-draft", ["assessment": .string(assessment)], by: "expert")
            // The State says otherwise, and is asked on.
            for (question, value, text) in [("K1", "bombing", nil), ("K1a", nil, "Since 1998")] {
                var fields: [String: JSONValue] = [
                    "assessment": .string(assessment), "question": .string(question),
                    "position": "supplement",
                ]
                fields["value"] = value.map { .string($0) }
                fields["explanation"] = text.map(TestCase.text)
                try await world.perform("draft-answer", fields, by: "focal-point")
            }
        }
    }
}
