import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// What becomes of answers when a case goes on with another version of its questionnaire.
@Suite struct AnswerStandingTests {
    private static func standing(_ world: TestWorld, _ assessment: String) async throws -> AnswerStanding {
        try await world.read(as: "expert") { reader in
            let found = try #require(try reader.assessment(AssessmentID(assessment)))
            let answers = try reader.items(of: assessment, [.answer]).filter { $0.room == "directorate" }
            return try reader.standing(of: answers, in: found)
        }
    }

    private static func answers(_ world: TestWorld, _ assessment: String) async throws -> [ItemView] {
        try await world.read(as: "expert") { try $0.items(of: assessment, [.answer]) }
    }

    @Test(arguments: Engine.allCases)
    func `a case that moves keeps its answers, and those to amended questions are to be given again`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let running = try await TestCase(world, through: .drafted)
            let refused = try await world.refusal(of: "move-assessment", running.this, by: "expert")
            #expect(refused?.code == "questionnaire.no-later")
            try await QuestionnaireUseTests.adoptNext(world)
            try await QuestionnaireUseTests.adopt(world)
            try await running.perform("move-assessment", by: "expert")
            let moved = try await Self.standing(world, running.assessment)
            #expect(moved.again == ["Q1"] && moved.new == ["Q3n"])
            #expect(moved.amended["Q1"]?.question.text.texts["en"]?.hasPrefix("To what extent") == true)
            #expect(
                try await Self.answers(world, running.assessment).map(\.question).sorted() == ["Q1", "Q2"])
            try await running.perform(
                "record-answer",
                ["question": "Q1", "value": "partly", "source": "state", "confidence": "low"], by: "expert")
            #expect(try await Self.standing(world, running.assessment).again == [])
            let gone = try await world.refusal(
                of: "record-answer",
                running.this.merging([
                    "question": "Q3", "value": "partly", "source": "state", "confidence": "low",
                ]) { $1 }, by: "expert")
            #expect(gone?.code == "question.unknown")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test func `once the draft is with the State a case stays on its version`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let running = try await TestCase(world, through: .sent)
            try await QuestionnaireUseTests.adoptNext(world)
            try await QuestionnaireUseTests.adopt(world)
            let refused = try await world.refusal(of: "move-assessment", running.this, by: "expert")
            #expect(refused?.code == "assessment.not-at-stage")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the next cycle begins with the answers whose questions did not change`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            let first = try await TestCase(world, through: .opened)
            try await first.perform("start-follow-up", by: "expert")
            try await first.perform("close-assessment", by: "head")
            try await QuestionnaireUseTests.adoptNext(world)
            try await QuestionnaireUseTests.adopt(world)
            let next = try await world.perform(
                "open-assessment", ["state": "FRD", "questionnaire": "short-survey"], by: "expert"
            ).id("assessment")
            let carried = try await Self.answers(world, next)
            #expect(carried.map(\.question) == ["Q2"], "Q1 was amended")
            #expect(carried.first?.value == "largely" && carried.first?.body?.texts["en"] == "By law")
            let original = try await Self.answers(world, first.assessment).first {
                $0.question == "Q2" && $0.room == "directorate"
            }
            #expect(carried.first?.text("carried") == original?.id && carried.first?.id != original?.id)
            let standing = try await Self.standing(world, next)
            #expect(standing.again == ["Q1"] && standing.new == ["Q3n"])
            #expect(try await world.read(as: "mission") { try $0.items(of: next, [.answer]).isEmpty })
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is erased in one cycle is erased in what the next carried over`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let first = try await TestCase(world, through: .opened)
            try await first.perform("start-follow-up", by: "expert")
            try await first.perform("close-assessment", by: "head")
            let entries = try await world.rows(
                "SELECT id FROM entry WHERE kind = 'record-answer' ORDER BY entry_index")
            let next = try await world.perform(
                "open-assessment", ["state": "FRD", "questionnaire": "short-survey"], by: "expert"
            ).id("assessment")
            #expect(try await Self.answers(world, next).count == 2)
            for row in entries {
                let erasure = try await world.perform(
                    "propose-erasure", ["entry": .string(try row.get("id")), "reason": "Names a person"],
                    by: "head"
                ).id("erasure")
                try await world.perform("erase-payload", ["erasure": .string(erasure)], by: "head-two")
            }
            #expect(
                try await Self.answers(world, next).allSatisfy {
                    $0.body == nil || $0.body?.texts.isEmpty == true
                })
        }
    }

    @Test func `changes name what was added, amended with both wordings, and removed`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            try await QuestionnaireUseTests.adoptNext(world)
            let changes = try await world.read(as: "public") {
                try $0.changes(of: "short-survey", from: "2026.1", to: nil)
            }
            #expect(
                changes.map { "\($0.kind.rawValue) \($0.code)" } == ["amended Q1", "added Q3n", "removed Q3"])
            let amended = try #require(changes.first)
            #expect(amended.former?.text.texts["en"]?.hasPrefix("To what extent does the law") == true)
            #expect(amended.present?.text.texts["en"]?.hasPrefix("How far does the law") == true)
        }
    }
}
