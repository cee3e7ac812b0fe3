import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Draft requests as they change before they are sent.
@Suite struct RequestAmendmentTests {
    private static func amend(
        _ id: String, _ questions: JSONValue, version: String? = nil, subject: JSONValue = ["en": "Authority"]
    ) -> [String: JSONValue] {
        ["request": .string(id), "subject": subject, "questions": questions]
            .merging(version.map { ["version": .string($0)] } ?? [:]) { $1 }
    }

    private static func texts(_ world: TestWorld, _ id: String, as key: String) async throws -> [String] {
        try await world.request(id, as: key)?.points.compactMap { $0.point.body?.texts["en"] } ?? []
    }

    @Test(arguments: Engine.allCases)
    func `questions of a draft are reworded, added and removed, and the State gets the last ones alone`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.draftedRequest()
            let former = try await world.request(id, as: "expert")?.points.map(\.point.id)
            try await world.perform(
                "amend-request", Self.amend(id, ["en": "Which body?\nSince when?\nBy which law?"]),
                by: "expert-two")
            let more = try #require(try await world.request(id, as: "head"))
            #expect(more.points.map(\.point.question) == ["1", "2", "3"])
            #expect(more.points.prefix(2).map(\.point.id) == former)
            #expect(more.item.body?.texts == ["en": "Authority"])
            try await world.perform(
                "amend-request", Self.amend(id, ["en": "By which law?"]), by: "expert")
            #expect(try await Self.texts(world, id, as: "head") == ["By which law?"])
            try await world.perform("send-request", ["request": .string(id)], by: "head")
            #expect(try await Self.texts(world, id, as: "mission") == ["By which law?"])
            let all = try await world.read(as: "mission") { try $0.count(.requestPoint) }
            #expect(all == 1)
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `only the Directorate amends a request, only its draft, and not on a version that is over`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let id = try await world.draftedRequest()
            func version() async throws -> String? {
                try await world.read(as: "expert") {
                    try $0.representation(Kind.Request.type, id)?["version"]?.string
                }
            }
            let known = try #require(try await version())
            #expect(
                try await world.refusal(of: "amend-request", Self.amend(id, ["en": "A"]), by: "mission")?.code
                    == "object.not-found")
            try await world.perform(
                "amend-request",
                Self.amend(
                    id, ["en": "Which body?\nSince when?"], version: known,
                    subject: ["en": "Central authority"]), by: "expert")
            let refusal = try await world.refusal(
                of: "amend-request", Self.amend(id, ["en": "Third"], version: known), by: "expert-two")
            #expect(refusal?.kind == .conflict, "though its subject did not change")
            #expect(
                try await Self.texts(world, id, as: "expert") == ["Which body?", "Since when?"])
            let stale: [String: JSONValue] = ["request": .string(id), "version": .string(known)]
            #expect(try await world.refusal(of: "send-request", stale, by: "head")?.kind == .conflict)
            try await world.perform("send-request", ["request": .string(id)], by: "head")
            #expect(
                try await world.refusal(of: "amend-request", Self.amend(id, ["en": "A"]), by: "expert")?.code
                    == "request.not-at-stage")
            #expect(
                try await world.refusal(of: "amend-request", Self.amend(id, ["en": "A"]), by: "mission")?.code
                    == "act.not-allowed")
        }
    }

    @Test func `lines that differ by language are refused, and the draft stays as it was`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let id = try await world.draftedRequest()
            let uneven: JSONValue = ["en": "One\nTwo", "fr": "Un"]
            #expect(
                try await world.refusal(of: "amend-request", Self.amend(id, uneven), by: "expert")?.code
                    == "request.lines-differ")
            #expect(try await Self.texts(world, id, as: "expert") == ["Which office?", "Since when?"])
        }
    }

    @Test(arguments: Engine.allCases)
    func
        `an erasure empties the words of the amendment, and the draft before it stays readable as of its day`(
            engine: Engine
        ) async throws
    {
        try await TestWorld.with(engine) { world in
            let id = try await world.draftedRequest()
            let before = TestWorld.today
            world.clock.move(to: before.next)
            let amended = try await world.perform(
                "amend-request", Self.amend(id, ["en": "Wrong words"]), by: "expert")
            let erasure = try await world.perform(
                "propose-erasure", ["entry": .string(amended.entry), "reason": "x"], by: "head"
            ).id("erasure")
            try await world.perform("erase-payload", ["erasure": .string(erasure)], by: "head-two")
            #expect(try await Self.texts(world, id, as: "expert") == [])
            let then = try await world.read(as: "expert", asOf: before) {
                try $0.request(id)?.points.compactMap { $0.point.body?.texts["en"] }
            }
            #expect(then == ["Which office?", "Since when?"])
        }
    }
}
