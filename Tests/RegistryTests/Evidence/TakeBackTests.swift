import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Files at observations and letters: who attaches them, who has them, and who takes them back.
@Suite struct TakeBackTests {
    private static func answer(_ draft: TestCase, _ question: String = "Q1", by key: String = "focal-point")
        async throws -> String
    {
        try await draft.perform(
            "draft-answer", ["question": .string(question), "position": "agree", "value": "fully"], by: key)
        return try #require(
            try await draft.items(.answer, as: key).first {
                $0.room == "state" && $0.question == question
            }
        ).id
    }

    private static func takeBack(_ world: TestWorld, _ file: String, by key: String) async throws -> String? {
        try await world.refusal(of: "take-back-file", ["evidence": .string(file)], by: key)?.code
    }

    private static func attaching(_ world: TestWorld, to item: String, by key: String) async throws
        -> String?
    {
        let file = try #require(try await world.stage(Array("a".utf8), "a.txt", by: key).file)
        return try await world.refusal(of: "attach-evidence", TestWorld.fields(file.id, item), by: key)?.code
    }

    private static func letter(_ world: TestWorld, to office: String, by key: String) async throws -> String {
        try await world.perform(
            "record-communication",
            [
                "state": "FRD", "office": .string(office), "form": "note-verbale", "datedOn": "2024-03-01",
                "language": "en", "signatory": TestCase.text("The Mission"),
                "summary": TestCase.text("A note"),
            ], by: key
        ).id("communication")
    }

    private static func readers(_ world: TestWorld, _ file: String) async throws -> Set<String> {
        var keys: Set<String> = []
        for key in TestWorld.everyone + ["public"] where try await world.bytes(of: file, as: key) != nil {
            keys.insert(key)
        }
        return keys
    }

    @Test(arguments: Engine.allCases)
    func `a file that a State took back before it sent is not sent, and the record keeps it`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            let answer = try await Self.answer(draft)
            let wrong = try await world.attach("wrong", to: answer, by: "focal-point").id("evidence")
            let right = try await world.attach("right", to: answer, by: "focal-point").id("evidence")
            for key in ["expert", "head", "other-focal-point", "committee-member"] {
                #expect(try await Self.takeBack(world, wrong, by: key) != nil, "\(key)")
            }
            #expect(try await Self.takeBack(world, wrong, by: "mission") == nil)
            #expect(try await Self.readers(world, wrong).isEmpty)
            try await draft.perform("send-answers", by: "focal-point")
            #expect(try await world.bytes(of: wrong, as: "expert") == nil)
            #expect(try await world.bytes(of: right, as: "expert") == Array("right".utf8))
            #expect(try await Self.takeBack(world, right, by: "focal-point") == "take-back.sent")
            #expect(try await world.bytes(of: right, as: "expert") == Array("right".utf8))
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an official takes back what they attached, not what others did, and not once it was sent`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            try await draft.perform(
                "hand-question", ["question": "Q1", "person": .string(world.person("contributor"))],
                by: "focal-point")
            let answer = try await Self.answer(draft, by: "contributor")
            let first = try await world.attach("first", to: answer, by: "contributor").id("evidence")
            let second = try await world.attach("second", to: answer, by: "contributor").id("evidence")
            let others = try await world.attach("others", to: answer, by: "focal-point").id("evidence")
            #expect(try await Self.takeBack(world, others, by: "contributor") != nil)
            #expect(try await Self.takeBack(world, first, by: "contributor") == nil)
            try await draft.perform("send-answers", by: "focal-point")
            #expect(try await Self.takeBack(world, second, by: "contributor") != nil)
            #expect(try await world.bytes(of: others, as: "expert") == Array("others".utf8))
            #expect(try await world.bytes(of: second, as: "expert") == Array("second".utf8))
            #expect(try await world.bytes(of: first, as: "expert") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a file at an observation is the State's own until the observation is sent`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let draft = try await TestCase(world, through: .sent)
            try await world.perform(
                "draft-observation",
                ["about": .string(draft.findings[0]), "text": TestCase.text("Outdated")],
                by: "focal-point")
            let observation = try #require(
                try await draft.items(.observation, as: "focal-point").first { $0.value != "none" }
            ).id
            for key in ["expert", "head", "other-focal-point", "other-mission", "committee-secretary"] {
                #expect(
                    try await Self.attaching(world, to: observation, by: key) == "object.not-found", "\(key)")
            }
            let wrong = try await world.attach("wrong", to: observation, by: "focal-point").id("evidence")
            let right = try await world.attach("right", to: observation, by: "mission").id("evidence")
            #expect(try await Self.readers(world, right) == ["focal-point", "mission"])
            #expect(try await Self.takeBack(world, wrong, by: "focal-point") == nil)
            try await draft.perform("send-observations", by: "focal-point")
            let directorate: Set = ["head", "head-two", "expert", "expert-two"]
            #expect(
                try await Self.readers(world, right) == directorate.union(["focal-point", "mission"]))
            #expect(try await Self.readers(world, wrong).isEmpty)
            #expect(try await Self.attaching(world, to: observation, by: "expert") == "evidence.not-here")
            #expect(try await Self.takeBack(world, right, by: "mission") == "take-back.sent")
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a letter's file is read by whoever has the letter, and taken back by its sender or the office`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let directorate: Set = ["head", "head-two", "expert", "expert-two"]
            let state: Set = ["mission", "focal-point"]
            let committee: Set = ["committee-member", "chair", "committee-secretary"]
            let note = try await Self.letter(world, to: "directorate", by: "expert")
            let letter = try await Self.letter(world, to: "committee", by: "mission")
            for (item, key, code) in [
                (note, "committee-secretary", "object.not-found"),
                (letter, "expert", "communication.other-office"),
                (letter, "focal-point", "evidence.not-here"), (note, "other-mission", "object.not-found"),
            ] {
                #expect(try await Self.attaching(world, to: item, by: key) == code, "\(key)")
            }
            let ours = try await world.attach("scan", to: note, by: "expert").id("evidence")
            let theirs = try await world.attach("annex", to: letter, by: "mission").id("evidence")
            let more = try await world.attach("more", to: letter, by: "mission").id("evidence")
            #expect(try await Self.readers(world, ours) == directorate.union(state))
            #expect(try await Self.readers(world, theirs) == directorate.union(committee).union(state))
            #expect(try await Self.takeBack(world, ours, by: "expert-two") == "take-back.not-own")
            #expect(try await Self.takeBack(world, ours, by: "mission") == "take-back.not-own")
            #expect(try await Self.takeBack(world, theirs, by: "head") == "communication.other-office")
            #expect(try await Self.takeBack(world, ours, by: "head") == nil)
            #expect(try await Self.takeBack(world, theirs, by: "committee-secretary") == nil)
            #expect(try await Self.takeBack(world, more, by: "mission") == nil)
            for file in [ours, theirs, more] { #expect(try await Self.readers(world, file).isEmpty) }
            #expect(try await Replay(world.registry).run().agrees)
        }
    }

    @Test func `what the Directorate attached to its own is withdrawn as a wrong entry`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let draft = try await TestCase(world, through: .drafted)
            let answer = try #require(try await draft.items(.answer, as: "expert").first).id
            let file = try await world.attach("wrong", to: answer, by: "expert").id("evidence")
            #expect(try await Self.takeBack(world, file, by: "expert") == "take-back.directorate")
            #expect(try await draft.sees("expert", file))
        }
    }
}
