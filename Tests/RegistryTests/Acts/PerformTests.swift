import Disclosure
import Mandate
import Record
import Storage
import TestSupport
import Testing

@testable import Registry

/// One transaction: done and recorded, or nothing.
@Suite struct PerformTests {
    static let document: [String: JSONValue] = [
        "title": "A report", "kind": "report", "issuedOn": "2024-03-01",
    ]

    @Test(arguments: Engine.allCases)
    func `the same key and body get the first answer, and the act is done once`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let first = try await world.perform(
                "record-document", Self.document, by: "expert", idempotencyKey: "key-one")
            let second = try await world.perform(
                "record-document", Self.document, by: "expert", idempotencyKey: "key-one")
            #expect(first.json == second.json)
            #expect(try await world.read(as: "expert") { try $0.documents().count } == 1)
            let other = Self.document.merging(["title": "Another"]) { $1 }
            let reused = try await world.refusal(
                of: "record-document", other, by: "expert", idempotencyKey: "key-one")
            #expect(reused?.kind == .incomplete)
            // The key belongs to its holder.
            let third = try await world.perform(
                "record-document", Self.document, by: "expert-two", idempotencyKey: "key-one")
            #expect(third.entry != first.entry)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a stored answer is not given to whoever no longer holds the capacity`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            try await world.perform("record-document", Self.document, by: "expert", idempotencyKey: "k")
            let end: [String: JSONValue] = ["capacity": .string(world.grant("expert")), "reason": "Left"]
            try await world.perform("end-capacity", end, by: "head")
            for fields in [Self.document, Self.document.merging(["title": "Another"]) { $1 }] {
                let refusal = try await world.refusal(
                    of: "record-document", fields, by: "expert", idempotencyKey: "k")
                #expect(refusal?.kind == .notSignedIn)
            }
        }
    }

    @Test func `a refusal is not stored under its key`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let wrong = Self.document.merging(["kind": "poem"]) { $1 }
            let refused = try await world.refusal(
                of: "record-document", wrong, by: "expert", idempotencyKey: "k")
            #expect(refused?.kind == .incomplete)
            try await world.perform("record-document", Self.document, by: "expert", idempotencyKey: "k")
        }
    }

    @Test(arguments: Engine.allCases)
    func `several acts are all done, or none, and the refused one is named`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let before = try await world.registry.extent()
            var calls = (0..<7).map { number in
                ActCall(
                    "record-document", Self.document.merging(["title": .string("Report \(number)")]) { $1 },
                    by: world.performer("expert"))
            }
            calls[5] = ActCall("record-document", ["title": "x"], by: world.performer("expert"))
            let broken = calls
            let refusal = await #expect(throws: BatchRefusal.self) {
                try await world.registry.perform(all: broken)
            }
            #expect(refusal?.position == 5)
            #expect(refusal?.refusal.faults.map(\.field) == ["kind", "issuedOn"])
            #expect(try await world.registry.extent() == before)
            #expect(try await world.read(as: "expert") { try $0.documents().isEmpty })
            calls.remove(at: 5)
            #expect(try await world.registry.perform(all: calls).count == 6)
            #expect(try await world.registry.extent().entries == before.entries + 6)
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `time in the record never runs backwards, even when the clock does`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let first = try await world.perform("record-document", Self.document, by: "expert")
            world.clock.move(to: CalendarDate(2024, 1, 1))
            let second = try await world.perform(
                "record-document", Self.document.merging(["issuedOn": "2024-01-01"]) { $1 }, by: "expert")
            #expect(second.at == first.at)
            world.clock.move(to: CalendarDate(2024, 4, 1))
            #expect(try await world.perform("record-document", Self.document, by: "expert").at > first.at)
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an act without an authority on its day is disabled`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            #expect(try await world.refusal(of: "record-document", Self.document, by: "expert") == nil)
            let files = TestPack.files(
                replacing: "- key: duty.fulfil\n  from: 2021-12-30",
                with: "- key: duty.fulfil\n  from: 2024-06-01",
                in: "authorities.yaml")
            let hash = try await world.registry.stage(pack: files)
            try await world.perform("adopt-pack", ["pack": .string(hash.rawValue)], by: "head")
            let refusal = try await world.refusal(of: "record-document", Self.document, by: "expert")
            #expect(refusal?.code == "act.no-authority" && refusal?.kind == .notAllowed)
            #expect(
                try await world.registry.describedActs().first { $0.name == "record-document" }?.paragraphs
                    == [])
            world.clock.move(to: CalendarDate(2024, 6, 1))
            #expect(try await world.refusal(of: "record-document", Self.document, by: "expert") == nil)
        }
    }

    @Test func `before the first pack only adopting one is possible`() async throws {
        try await TestDatabase.with(.sqlite) { database in
            let world = try TestWorld(database, seed: 1)
            try await world.registry.migrate()
            let console = ActPerformer.console(because: "Beginning")
            await #expect(throws: Refusal("act.no-pack", .notNow)) {
                try await world.registry.perform(
                    ActCall(
                        "add-person", ["name": "A", "email": "a@example.org", "language": "en"], by: console))
            }
            await #expect(throws: Refusal("pack.unknown", .notFound)) {
                try await world.registry.perform(ActCall("adopt-pack", ["pack": "none"], by: console))
            }
        }
    }

    @Test func `what the console does names its reason, and no person`() async throws {
        try await TestWorld.with(.sqlite, mandate: false) { world in
            let outcome = try await world.perform(
                "add-person", ["name": "B", "email": "b@example.org", "language": "en"], by: "console")
            let rows = try await world.rows(
                """
                SELECT payload FROM record_opening WHERE part = 'who' AND entry_index =
                       (SELECT entry_index FROM entry WHERE id = :id)
                """, ["id": outcome.entry])
            let row = try #require(rows.first)
            let who = try JSONValue(parsing: try row.get("payload", as: [UInt8].self))
            #expect(who["operator"]?.string == "A test world" && who["via"]?.string == "console")
            #expect(who["person"] == .null && who["capacity"] == .null)
        }
    }
}
