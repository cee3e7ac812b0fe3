import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// What rests on a State's replies to requests for information.
@Suite struct ReplySourceTests {
    private static func replies(_ world: TestWorld, _ id: String) async throws -> JSONValue {
        let points = try await world.request(id, as: "mission")?.points ?? []
        return .array(points.compactMap(\.reply).map { .string($0.id) })
    }

    private static func answered(_ world: TestWorld, state: JSONValue, by key: String) async throws -> String
    {
        let id = try await world.sentRequest(to: state, asking: ["en": "Which office?"])
        let point = JSONValue.string(try await world.point("1", of: id, as: key))
        try await world.perform(
            "draft-request-reply", ["point": point, "text": TestCase.text("The canary office")], by: key)
        try await world.perform("send-request-replies", ["request": .string(id)], by: key)
        return id
    }

    @Test(arguments: Engine.allCases)
    func `a finding that rests on a reply opens no further than the reply, and tells nobody else of it`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await Self.answered(world, state: "FRD", by: "focal-point")
            var thread = try await TestCase(world, through: .drafted)
            let finding = try await thread.perform(
                "record-finding",
                [
                    "requirement": "LEG1", "sort": "shortfall", "text": TestCase.text("As it replied"),
                    "replies": try await Self.replies(world, id),
                ], by: "expert"
            ).id("finding")
            let sources = try await world.read(as: "head") { try $0.derivations(of: finding).sources }
            #expect(sources.count == 1)
            for step in TestCase.Step.allCases where step > .drafted { try await thread.take(step) }
            for other in thread.findings { #expect(try await thread.sees("partner", other)) }
            for key in ["partner", "other-mission", "researcher", "public"] {
                #expect(try await !thread.sees(key, finding), "\(key)")
            }
            #expect(try await thread.sees("committee-member", finding))
            #expect(try await thread.sees("mission", finding))
            let known = try await world.read(as: "committee-member") { reader in
                try reader.representation(Kind.Finding.type, finding)?["replies"]
            }
            #expect(known == .array([]), "the Committee does not learn that there is a reply")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an answer rests on what its own State sent, on no draft and on no other State's reply`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let own = try await Self.answered(world, state: "FRD", by: "focal-point")
            let drafting = try await world.sentRequest()
            try await world.draftReply(to: "1", of: drafting)
            let others = try await Self.answered(world, state: "SYL", by: "other-focal-point")
            let thread = try await TestCase(world, through: .drafted)
            func answer(_ replies: JSONValue) -> [String: JSONValue] {
                thread.this.merging([
                    "question": "Q1", "value": "largely", "explanation": TestCase.text("By law"),
                    "source": "state", "confidence": "high", "replies": replies,
                ]) { $1 }
            }
            func refusal(_ replies: JSONValue) async throws -> String? {
                try await world.refusal(of: "record-answer", answer(replies), by: "expert")?.code
            }
            #expect(try await refusal(Self.replies(world, drafting)) == "object.not-found")
            let theirs = try await world.request(others, as: "expert")?.points.first?.reply?.id ?? ""
            #expect(try await refusal(.array([.string(theirs)])) == "source.other-state")
            let made = try await world.perform(
                "record-answer", answer(try await Self.replies(world, own)), by: "expert"
            ).id("answer")
            let sources = try await world.read(as: "expert-two") { try $0.derivations(of: made).sources }
            #expect(sources.count == 1)
        }
    }
}
