import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Which versions of a questionnaire assessments open on: those that the Committee adopted and did not withdraw.
@Suite struct QuestionnaireUseTests {
    private static let opening: [String: JSONValue] = ["state": "FRD", "questionnaire": "short-survey"]

    /// Adopts a pack in which the short survey is another version, with one question reworded.
    static func adoptNext(_ world: TestWorld) async throws {
        let files = TestPack.files.map { file -> (path: String, bytes: [UInt8]) in
            guard file.path == "questionnaires.yaml" else { return file }
            let text = TestPack.text(file.path)
                .replacing("version: \"2026.1\"", with: "version: \"2026.2\"", maxReplacements: 1)
                .replacing("To what extent does the law make", with: "How far does the law make")
                .replacing("code: Q3\n", with: "code: Q3n\n")
            return (file.path, Array(text.utf8))
        }
        let hash = try await world.registry.stage(pack: files)
        try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
    }

    static func adopt(_ world: TestWorld, _ version: String = "2026.2") async throws {
        try await world.perform(
            "adopt-questionnaire", TestWorld.adoption(of: "short-survey", version), by: "committee-secretary")
    }

    static func withdraw(_ world: TestWorld, _ version: String) async throws {
        try await world.perform(
            "withdraw-questionnaire", TestWorld.adoption(of: "short-survey", version),
            by: "committee-secretary")
    }

    private static func edition(_ world: TestWorld, _ assessment: String) async throws -> String? {
        try await world.read(as: "expert") { try $0.assessment(AssessmentID(assessment))?.edition }
    }

    @Test(arguments: Engine.allCases)
    func `a version enters use by the Committee's act alone`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await Self.adoptNext(world)
            let first = try await world.perform("open-assessment", Self.opening, by: "expert")
                .id("assessment")
            #expect(try await Self.edition(world, first) == "2026.1", "2026.2 awaits the Committee")
            try await Self.adopt(world)
            let second = try await world.perform(
                "open-assessment", Self.opening.merging(["state": "SYL"]) { $1 }, by: "expert"
            ).id("assessment")
            #expect(try await Self.edition(world, second) == "2026.2")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing opens on a withdrawn version, and what runs finishes on it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let running = try await TestCase(world, through: .drafted)
            try await Self.withdraw(world, "2026.1")
            let refusal = try await world.refusal(
                of: "open-assessment", Self.opening.merging(["state": "SYL"]) { $1 }, by: "expert")
            #expect(refusal?.code == "questionnaire.not-adopted" && refusal?.kind == .notNow)
            try await running.perform(
                "record-answer",
                ["question": "Q3", "value": "partly", "source": "state", "confidence": "low"], by: "expert")
            try await running.perform("send-draft", by: "expert")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an old case keeps its own questions whatever the pack in force asks`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let running = try await TestCase(world, through: .drafted)
            let before = try await questions(world, running.assessment)
            try await Self.adoptNext(world)
            try await Self.adopt(world)
            #expect(try await questions(world, running.assessment) == before)
            #expect(try await world.read(as: "public") { try $0.question("Q3")?.code } == "Q3")
            #expect(before.contains { $0.code == "Q3" })
            try await running.perform(
                "record-answer",
                ["question": "Q3", "value": "partly", "source": "state", "confidence": "low"], by: "expert")
            let refusal = try await world.refusal(
                of: "record-answer",
                running.this.merging([
                    "question": "Q3n", "value": "partly", "source": "state", "confidence": "low",
                ]) { $1 }, by: "expert")
            #expect(refusal?.code == "question.unknown")
        }
    }

    private func questions(_ world: TestWorld, _ assessment: String) async throws -> [QuestionView] {
        try await world.read(as: "expert") { reader in
            try reader.assessment(AssessmentID(assessment)).map { try reader.questions(of: $0) } ?? []
        }
    }

    @Test func `what no pack holds, was adopted before or is not in use is refused`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            func refusal(_ kind: ActKind, _ version: String, by: String = "committee-secretary") async throws
                -> String?
            {
                try await world.refusal(of: kind, TestWorld.adoption(of: "short-survey", version), by: by)?
                    .code
            }
            #expect(try await refusal("adopt-questionnaire", "2026.9") == "questionnaire.version-unknown")
            #expect(try await refusal("adopt-questionnaire", "2026.1") == "questionnaire.adopted-already")
            #expect(try await refusal("withdraw-questionnaire", "2026.9") == "questionnaire.not-in-use")
            for by in ["head", "expert", "committee-member", "mission"] {
                #expect(try await refusal("adopt-questionnaire", "2026.9", by: by) == "act.not-allowed")
            }
            try await Self.withdraw(world, "2026.1")
            #expect(try await refusal("withdraw-questionnaire", "2026.1") == "questionnaire.not-in-use")
            #expect(try await refusal("adopt-questionnaire", "2026.1") == "questionnaire.adopted-already")
        }
    }

    @Test(arguments: Engine.allCases)
    func `anyone reads what the Committee adopted and withdrew, as of any day`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            world.clock.move(to: TestWorld.today.adding(days: 5))
            try await Self.withdraw(world, "2026.1")
            let now = try await world.read(as: "public") { try $0.editions(of: "short-survey") }
            #expect(now.map(\.version) == ["2026.1"] && now.first?.isInUse == false)
            let then = try await world.read(as: "public", asOf: TestWorld.today) {
                try $0.editions(of: "short-survey")
            }
            #expect(then.first?.isInUse == true && then.first?.reference == "S/AC.40/2024/NOTE.9")
        }
    }
}
