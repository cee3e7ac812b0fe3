import Disclosure
import Record
import Storage
import Testing

@testable import Registry

/// What was erased is gone everywhere, and the record still verifies and replays.
@Suite struct ErasureTests {
    static let canary = "Zanzibarquartz"

    /// Every act with text that can be erased, with a canary in that text; what else it needs was made before.
    private func stories(_ objects: Objects) -> [(ActKind, [String: JSONValue], String)] {
        let erasable = Catalogue.standard.all.filter { act in
            // Acts about cases are walked through: each needs those before it.
            act.readers == nil && act.fields.contains { $0.isErasable }
        }
        return erasable.compactMap { act -> (ActKind, [String: JSONValue], String)? in
            guard act.kind != "end-capacity" else {
                return (
                    act.kind, ["capacity": .string(objects.waiting), "reason": .string(Self.canary)], "head"
                )
            }
            var fields = objects.fields(act)
            for field in act.fields where field.isErasable {
                switch field.kind {
                case .localized:
                    fields[field.name] = ["en": .string(Self.canary), "fr": .string(Self.canary)]
                case .email: fields[field.name] = .string("\(Self.canary)-\(act.kind.rawValue)@example.org")
                default: fields[field.name] = .string("About \(Self.canary) and more")
                }
            }
            let by: String =
                switch act.kind.rawValue {
                case "add-person", "correct-person": "administrator"
                case let kind where !act.performers.contains(.capacity(.expert)) || kind == "withdraw-duty":
                    "head"
                default: "expert"
                }
            return (act.kind, fields, by)
        }
    }

    @Test(arguments: Engine.allCases)
    func `text of every kind of act can be erased, and then stands in no table`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let objects = try await Objects(world)
            try await world.perform(
                "register-resolution", objects.fields("register-resolution"), by: "expert")
            var entries: [(ActKind, String)] = []
            for (kind, fields, by) in stories(objects) {
                let outcome = try await world.perform(
                    kind, fields, by: by, idempotencyKey: "key \(kind.rawValue)")
                entries.append((kind, outcome.entry))
            }
            #expect(Set(entries.map(\.0)).count == 14)
            #expect(try await !Self.places(of: Self.canary, in: world).isEmpty)
            #expect(try await world.read(as: "head") { try $0.search(Self.canary).count } > 0)
            for (_, entry) in entries { try await world.erase(entry) }
            #expect(try await Self.places(of: Self.canary, in: world) == [])
            #expect(try await world.read(as: "head") { try $0.search(Self.canary) } == [])
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
            #expect(
                try await Replay(world.registry).run().differences.map { "\($0.table): \($0.detail)" } == [])
            let second = try world.secondVerifier()
            #expect(second.status == 0, "\(second.text)")
        }
    }

    /// A room erases what arose in it; two persons of it always.
    @Test(arguments: Engine.allCases)
    func `text of every act about a case can be erased by its room, and then stands in no table`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let walk = try await CaseWalk.all(world, words: Self.canary)
            #expect(try await world.read(as: "head") { try $0.search(Self.canary).count } > 0)
            for one in walk.performed.reversed() {
                let fields = Catalogue.standard[one.kind]?.fields ?? []
                guard fields.contains(where: \.isErasable), !Self.ownAlone.contains(one.kind) else {
                    continue
                }
                try await world.erase(one.entry, room: Self.erasers(of: one))
            }
            let left = try await Self.places(of: Self.canary, in: world)
            // Who was heard is the team's alone, a rating in a calibration its rater's; nobody else sees an entry to erase.
            #expect(Set(left).subtracting(["item.body", "item.note", "record_opening.payload"]) == [])
            let bodies = try await world.rows(
                "SELECT DISTINCT type FROM item WHERE body LIKE :canary OR note LIKE :canary ORDER BY type",
                ["canary": "%\(Self.canary)%"])
            #expect(
                try bodies.map { try $0.get("type", as: String.self) } == ["calibration-rating", "source"])
            #expect(try await world.read(as: "head") { try $0.search(Self.canary) } == [])
            #expect(try await RecordVerifier(world.registry).run().faults.isEmpty)
            let differences = try await Replay(world.registry).run().differences
            let found = differences.map { "\($0.table): \($0.detail)" }.joined(separator: ", ")
            #expect(found.isEmpty, "\(found)")
        }
    }

    private static let ownAlone: Set<ActKind> = [RecordSource.kind, RateCalibrationUnit.kind]

    private static func erasers(of one: CaseWalk.Performed) -> (String, String) {
        switch Catalogue.standard[one.kind]?.readers {
        case [.state]:
            one.by.hasPrefix("other") ? ("other-mission", "other-focal-point") : ("mission", "focal-point")
        case [.committee]: ("committee-secretary", "chair")
        default: ("head", "head-two")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever repeats an act that was erased since does it anew`(engine: Engine) async throws {
        try await TestWorld.with(engine, mandate: false) { world in
            let fields: [String: JSONValue] = ["title": "A slip", "kind": "letter", "issuedOn": "2024-03-01"]
            let first = try await world.perform("record-document", fields, by: "expert", idempotencyKey: "k")
            try await world.erase(first.entry)
            let view = try await world.read(as: "expert") {
                try $0.document(DocumentID(first.id("document")))
            }
            #expect(view != nil && view?.title == nil)
            let second = try await world.perform("record-document", fields, by: "expert", idempotencyKey: "k")
            #expect(second.entry != first.entry)
        }
    }

    @Test func `erasing takes two heads, a reason, and text to erase`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let outcome = try await world.perform(
                "record-document", ["title": "A slip", "kind": "letter", "issuedOn": "2024-03-01"],
                by: "expert")
            func propose(_ entry: String) async throws -> Refusal? {
                try await world.refusal(
                    of: "propose-erasure", ["entry": .string(entry), "reason": "x"], by: "head")
            }
            #expect(try await propose("nothing")?.kind == .notFound)
            let adopted = try await world.rows("SELECT id FROM entry WHERE kind = 'adopt-pack'")
            #expect(
                try await propose(try #require(adopted.first).get("id"))?.code == "erasure.nothing-to-erase")
            let erasure = try await world.perform(
                "propose-erasure", ["entry": .string(outcome.entry), "reason": "x"], by: "head"
            ).id("erasure")
            #expect(try await world.read(as: "head-two") { try $0.erasuresWaiting().map(\.reason) } == ["x"])
            let fields: [String: JSONValue] = ["erasure": .string(erasure)]
            #expect(
                try await world.refusal(of: "erase-payload", fields, by: "head")?.code
                    == "erasure.own-proposal")
            #expect(try await world.refusal(of: "erase-payload", fields, by: "head-two") == nil)
            #expect(
                try await world.refusal(of: "erase-payload", fields, by: "head-two")?.code == "erasure.done")
            #expect(try await propose(outcome.entry)?.code == "erasure.done")
            let entry = try await world.read(as: "head") { try $0.entry(EntryID(outcome.entry)) }
            #expect(entry?.isErased == true && entry?.fields == nil)
        }
    }

    /// Tables and columns that hold a text, whatever the letters' case.
    static func places(of text: String, in world: TestWorld) async throws -> [String] {
        let tables = Schema.record + Schema.derived + Schema.operational + Schema.index
        return try await world.database.readAll { connection in
            var places: [String] = []
            for table in tables {
                try connection.stream("SELECT * FROM \(table)", [:]) { row in
                    for (column, value) in zip(row.columns, row.values) {
                        let held: String =
                            switch value {
                            case .text(let text): text
                            case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
                            default: ""
                            }
                        if held.lowercased().contains(text.lowercased()) {
                            places.append("\(table).\(column)")
                        }
                    }
                }
            }
            return Set(places).sorted()
        }
    }
}
