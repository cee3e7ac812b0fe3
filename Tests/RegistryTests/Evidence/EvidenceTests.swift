import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Files that bear out what is written: whose they are, who reads them, how they go.
@Suite struct EvidenceTests {
    @Test(arguments: Engine.allCases)
    func `the Directorate's file stays in its room, also when the draft is sent`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            var draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let evidence = try await world.attach("seen on the spot", to: answer, by: "expert").id("evidence")
            try await draft.take(.sent)
            #expect(try await draft.sees("focal-point", answer))
            for key in ["expert", "head"] {
                #expect(try await world.bytes(of: evidence, as: key) == Array("seen on the spot".utf8))
            }
            for key in ["focal-point", "mission", "committee-member", "administrator"] {
                #expect(try await world.bytes(of: evidence, as: key) == nil, "\(key)")
            }
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a State's file goes with the answer that it sends, and not before`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            try await draft.perform(
                "draft-answer", ["question": "Q1", "position": "agree", "value": "fully"], by: "focal-point")
            let answer = try #require(
                try await draft.items(.answer, as: "focal-point").first { $0.room == "state" }
            ).id
            let evidence = try await world.attach("the act", to: answer, by: "focal-point").id("evidence")
            #expect(try await world.bytes(of: evidence, as: "expert") == nil)
            #expect(try await world.bytes(of: evidence, as: "mission") == Array("the act".utf8))
            try await draft.perform("send-answers", by: "focal-point")
            #expect(try await world.bytes(of: evidence, as: "expert") == Array("the act".utf8))
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the document of a past assessment is attached to its overview, and to no other overview`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let past = try await world.perform(
                "enter-historic-assessment",
                [
                    "state": "FRD", "questionnaire": "short-survey", "adoptedOn": "2016-05-04",
                    "source": "S/AC.40/2016/OIA.12",
                ], by: "expert"
            ).id("assessment")
            let overview = try #require(
                try await world.read(as: "head") { try $0.items(of: past, [.overview]).first }
            ).id
            let evidence = try await world.attach("as adopted", to: overview, by: "expert").id("evidence")
            #expect(try await world.bytes(of: evidence, as: "head") == Array("as adopted".utf8))
            for key in ["mission", "committee-secretary", "partner", "public"] {
                #expect(try await world.bytes(of: evidence, as: key) == nil, "\(key)")
            }
            let draft = try await TestCase(world, through: .drafted)
            let file = try #require(try await world.stage(Array("b".utf8), "b.txt", by: "expert").file)
            let refused = try await world.refusal(
                of: "attach-evidence", TestWorld.fields(file.id, draft.overview), by: "expert")
            #expect(refused?.code == "evidence.not-here")
            let own: [String: JSONValue] = ["evidence": .string(evidence)]
            #expect(
                try await world.refusal(of: "take-back-file", own, by: "expert-two")?.code
                    == "take-back.not-own")
            try await world.perform("take-back-file", own, by: "head")
            #expect(try await world.bytes(of: evidence, as: "expert") == nil)
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test func `a file is attached by whoever sent it, once, and to what their room writes`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let file = try #require(try await world.stage(Array("mine".utf8), "a.txt").file)
            let fields = TestWorld.fields(file.id, answer)
            #expect(
                try await world.refusal(of: "attach-evidence", fields, by: "head")?.code == "file.not-staged")
            #expect(
                try await world.refusal(of: "attach-evidence", fields, by: "focal-point")?.code
                    == "object.not-found")
            let finding = TestWorld.fields(file.id, draft.findings[0])
            #expect(
                try await world.refusal(of: "attach-evidence", finding, by: "expert")?.code
                    == "evidence.not-here")
            #expect(try await world.refusal(of: "attach-evidence", fields, by: "expert") == nil)
            #expect(
                try await world.refusal(of: "attach-evidence", fields, by: "expert")?.code
                    == "file.not-staged")
        }
    }

    @Test func `a file is attached within a day, and kept then`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let late = try #require(try await world.stage(Array("late".utf8), "a.txt").file)
            let kept = try await world.attach("kept", to: answer, by: "expert").id("evidence")
            world.clock.move(to: TestWorld.today.adding(days: 3))
            let fields = TestWorld.fields(late.id, answer)
            #expect(
                try await world.refusal(of: "attach-evidence", fields, by: "expert")?.code
                    == "file.not-staged")
            try await world.registry.removeFilesToGo()
            #expect(try await world.waiting() == 0)
            await #expect(throws: StorageError.fileMissing) {
                try await world.registry.files.get(late.sha256, in: StagedFile.room(late.id)) { _ in }
            }
            #expect(try await world.bytes(of: kept, as: "expert") == Array("kept".utf8))
        }
    }

    @Test(arguments: Engine.allCases)
    func `an erasure takes the bytes, the name and the words, and leaves the hash`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let outcome = try await world.attach("a name", to: answer, by: "expert")
            let evidence = outcome.id("evidence")
            let before = try #require(try await world.read(as: "expert") { try $0.item(evidence)?.file })
            let erasure = try await world.perform(
                "propose-erasure", ["entry": .string(outcome.entry), "reason": "x"], by: "head"
            ).id("erasure")
            try await world.perform("erase-payload", ["erasure": .string(erasure)], by: "head-two")
            let item = try #require(try await world.read(as: "expert") { try $0.item(evidence) })
            #expect(item.file == nil && item.value == nil && item.body == nil && item.note == nil)
            #expect(item.text("sha256") == before.sha256)
            await #expect(throws: StorageError.fileMissing) { try await world.registry.read(before) { _ in } }
            #expect(try await Replay(world.registry).run().agrees)
            #expect(try await RecordVerifier(world.registry).run().holds)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a blind second reader does not see on which files another rating rests`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .drafted)
            let rating = try #require(try await draft.items(.rating, as: "expert").first)
            let evidence = try await world.attach("basis", to: rating.id, by: "expert").id("evidence")
            #expect(try await draft.sees("expert-two", evidence))
            try await draft.perform(
                "assign-second-reader",
                [
                    "person": .string(world.person("expert-two")),
                    "requirements": [.string(rating.requirement)],
                ],
                by: "head")
            #expect(try await !draft.sees("expert-two", evidence))
        }
    }

    @Test func `evidence is withdrawn as a wrong entry, and an answer once nothing bears it out`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let evidence = try await world.attach("wrong", to: answer, by: "expert").id("evidence")
            func withdraw(_ item: String) async throws -> String? {
                try await world.refusal(
                    of: "withdraw-item", ["item": .string(item), "reason": TestCase.text("Wrong")],
                    by: "expert")?.code
            }
            #expect(try await withdraw(answer) == "withdraw.rests")
            #expect(try await withdraw(evidence) == nil)
            #expect(try await !draft.sees("expert", evidence))
        }
    }
}
