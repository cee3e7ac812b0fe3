import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// Questions of requests in the hands of officials: what they see and write, and who validates and sends it.
@Suite struct RequestHandingTests {
    private static func numbers(_ world: TestWorld, _ id: String) async throws -> [String] {
        try await world.request(id, as: "contributor")?.points.map(\.point.question) ?? []
    }

    @Test(arguments: Engine.allCases)
    func `an official sees the question that was handed over, its reply, and nothing else of the request`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let (id, other) = (try await world.sentRequest(), try await world.sentRequest())
            try await world.draftReply(to: "1", of: id, "Of the other question")
            try await world.draftReply(to: "2", of: id, "Since 1999")
            #expect(try await world.request(id, as: "contributor") == nil)
            try await world.hand("2", of: id)
            let seen = try #require(try await world.request(id, as: "contributor"))
            #expect(seen.points.map(\.point.question) == ["2"])
            #expect(seen.points.first?.reply?.body?.texts == ["en": "Since 1999"])
            #expect(seen.dueOn != nil && seen.moreTime == nil)
            #expect(try await world.request(other, as: "contributor") == nil)
            let read = try await world.read(as: "contributor") { reader in
                try [ItemType.requestReply, .requestPoint, .request].map { try reader.count($0) }
            }
            #expect(read == [1, 1, 1])
            let shown = try await world.read(as: "contributor") {
                try $0.representation(Kind.Request.type, id)?.canonicalString
            }
            #expect(shown?.contains("Since when?") == true && shown?.contains("\"number\":2") == true)
            #expect(shown?.contains("Which office?") == false && shown?.contains("other question") == false)
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an official replies to what was handed over alone, and only what is validated is sent`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.sentRequest()
            let this: [String: JSONValue] = ["request": .string(id)]
            try await world.hand("2", of: id)
            let unknown = try await world.reply(to: "1", of: id)
            #expect(
                try await world.refusal(of: "draft-request-reply", unknown, by: "contributor")?.code
                    == "object.not-found")
            try await world.draftReply(to: "1", of: id)
            try await world.draftReply(to: "2", of: id, by: "contributor")
            #expect(
                try await world.request(id, as: "head")?.points.compactMap(\.reply).isEmpty == true,
                "it stays in the State's room")
            let refusal = try await world.refusal(of: "send-request-replies", this, by: "focal-point")
            #expect(refusal?.code == "request.to-validate" && refusal?.values["numbers"] == "2")
            #expect(
                try await world.refusal(of: "send-request-replies", this, by: "contributor")?.kind
                    == .notAllowed)
            let reply = try #require(try await world.request(id, as: "mission")?.points.last?.reply?.id)
            let validate: [String: JSONValue] = ["reply": .string(reply)]
            #expect(
                try await world.refusal(of: "validate-request-reply", validate, by: "contributor")?.kind
                    == .notAllowed)
            #expect(
                try await world.refusal(of: "validate-request-reply", validate, by: "other-focal-point")?.code
                    == "object.not-found")
            try await world.perform("validate-request-reply", validate, by: "mission")
            #expect(
                try await world.refusal(of: "validate-request-reply", validate, by: "mission")?.code
                    == "request.nothing-to-validate")
            try await world.draftReply(to: "2", of: id, "Rather since 2001", by: "contributor")
            #expect(
                try await world.refusal(of: "send-request-replies", this, by: "focal-point")?.code
                    == "request.to-validate", "what is written after the validating is validated again")
            try await world.draftReply(to: "2", of: id, "Since 2001", by: "focal-point")
            try await world.perform("send-request-replies", this, by: "focal-point")
            let texts = try await world.request(id, as: "expert")?.points.map { $0.reply?.body?.texts["en"] }
            #expect(texts == ["Reply 1", "Since 2001"])
            #expect(try await Self.numbers(world, id) == ["2"])
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a question is handed to a contributor of the State by its own people, once, while it is asked`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.sentRequest()
            let point = JSONValue.string(try await world.point("1", of: id))
            func code(_ person: String, by key: String) async throws -> String? {
                try await world.refusal(
                    of: "hand-request-point", ["point": point, "person": .string(world.person(person))],
                    by: key)?.code
            }
            #expect(try await code("mission", by: "focal-point") == "handing.not-contributor")
            #expect(try await code("contributor", by: "other-focal-point") == "object.not-found")
            #expect(try await code("contributor", by: "expert") == "act.not-allowed")
            #expect(try await code("contributor", by: "mission") == nil)
            #expect(try await code("contributor", by: "focal-point") == "request.handed-already")
            let close: [String: JSONValue] = ["request": .string(id)]
            try await world.perform("close-request", close, by: "expert")
            #expect(try await code("contributor", by: "focal-point") == "request.not-at-stage")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever replies on a version that is over is told what stands now, and nothing is lost`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.sentRequest()
            try await world.hand("1", of: id)
            func version(_ key: String) async throws -> String? {
                try await world.read(as: key) { reader in
                    try reader.request(id)?.points.first?.reply.flatMap {
                        try reader.representation(Kind.RequestReply.type, $0.id)?["version"]?.string
                    }
                }
            }
            try await world.draftReply(to: "1", of: id, "One", version: "none")
            let second = try await world.reply(to: "1", of: id, "Another first", version: "none")
            let first = try #require(
                try await world.refusal(of: "draft-request-reply", second, by: "contributor"))
            #expect(first.kind == .conflict)
            #expect(first.conflict?.current["text"]?["en"]?.string == "One")
            let known = try #require(try await version("contributor"))
            try await world.draftReply(to: "1", of: id, "Two", by: "contributor", version: known)
            let late = try await world.reply(to: "1", of: id, "Three", version: known)
            #expect(
                try await world.refusal(of: "draft-request-reply", late, by: "focal-point")?.kind == .conflict
            )
            #expect(
                try await world.request(id, as: "mission")?.points.first?.reply?.body?.texts == ["en": "Two"])
            let now = try #require(try await version("focal-point"))
            try await world.draftReply(to: "1", of: id, "Three", version: now)
            let stale = ["reply": try await self.reply(world, id), "version": .string(known)]
            #expect(
                try await world.refusal(of: "validate-request-reply", stale, by: "mission")?.kind == .conflict
            )
        }
    }

    private func reply(_ world: TestWorld, _ id: String) async throws -> JSONValue {
        .string(try await world.request(id, as: "mission")?.points.first?.reply?.id ?? "")
    }
}
