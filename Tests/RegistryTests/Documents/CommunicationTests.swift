import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Letters and notes verbales: who sees them when, who signs, and how they are numbered.
@Suite struct CommunicationTests {
    /// A letter from a text of the pack.
    private static func draft(
        _ world: TestWorld, _ letter: String, _ more: [String: JSONValue] = [:], by key: String = "expert"
    ) async throws -> String {
        let fields: [String: JSONValue] = ["state": "FRD", "letter": .string(letter)]
        return try await world.perform("draft-communication", fields.merging(more) { $1 }, by: key)
            .id("communication")
    }

    private static func sign(_ world: TestWorld, _ id: String, by signatory: String) async throws {
        try await world.perform("present-communication", ["communication": .string(id)], by: "expert")
        try await world.perform(
            "sign-communication",
            ["communication": .string(id), "signature": ["en": "Ada Example"]], by: signatory)
    }

    private static func letter(_ world: TestWorld, _ id: String, as key: String) async throws -> ItemView? {
        try await world.read(as: key) { try $0.item(.communication, id) }
    }

    @Test(arguments: Engine.allCases)
    func `a letter stays with its office until it is sent, and then its State has it`(engine: Engine)
        async throws
    {
        try await TestWorld.with(engine) { world in
            let note = try await Self.draft(world, "request-for-information")
            let letter = try await Self.draft(world, "letter-of-the-chair", by: "committee-secretary")
            func seen(_ id: String) async throws -> Set<String> {
                var keys: Set<String> = []
                for key in TestWorld.everyone + ["public"] {
                    if try await Self.letter(world, id, as: key) != nil { keys.insert(key) }
                }
                return keys
            }
            let directorate: Set = ["head", "head-two", "expert", "expert-two"]
            let committee: Set = ["committee-member", "chair", "committee-secretary"]
            let state: Set = ["mission", "focal-point"]
            #expect(try await seen(note) == directorate)
            #expect(try await seen(letter) == directorate.union(committee))
            try await Self.sign(world, note, by: "head")
            try await Self.sign(world, letter, by: "chair")
            #expect(try await seen(note) == directorate)
            try await world.perform("send-communication", ["communication": .string(note)], by: "expert")
            try await world.perform(
                "send-communication", ["communication": .string(letter)], by: "committee-secretary")
            #expect(try await seen(note) == directorate.union(state))
            #expect(try await seen(letter) == directorate.union(committee).union(state))
            let report = try await Replay(world.registry).run()
            #expect(report.differences.map(\.table) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `numbers run without gap or repeat, however many send at once`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            var ids: [String] = []
            for _ in 0..<6 { ids.append(try await Self.draft(world, "request-for-information")) }
            for id in ids { try await Self.sign(world, id, by: "head") }
            await withTaskGroup(of: Void.self) { group in
                // Twice each: the second is refused and takes no number.
                for id in ids + ids {
                    group.addTask {
                        do {
                            try await world.perform(
                                "send-communication", ["communication": .string(id)], by: "expert")
                        } catch {}
                    }
                }
            }
            let references = try await world.read(as: "mission") { reader in
                try reader.items(.communication).compactMap { $0.text("reference") }.sorted()
            }
            #expect(references == (1...6).map { "CTED/FRD/2024/00\($0)" })
        }
    }

    @Test func `a number tells a State nothing of letters to others, and none is used again`() async throws {
        try await TestWorld.with(.sqlite) { world in
            func send(_ state: JSONValue, on day: CalendarDate) async throws -> String {
                world.clock.move(to: day)
                let id = try await Self.draft(world, "request-for-information", ["state": state])
                try await Self.sign(world, id, by: "head")
                try await world.perform("send-communication", ["communication": .string(id)], by: "expert")
                return try await Self.letter(world, id, as: "head")?.text("reference") ?? ""
            }
            let day = TestWorld.today
            #expect(try await send("SYL", on: day) == "CTED/SYL/2024/001")
            #expect(try await send("FRD", on: day) == "CTED/FRD/2024/001")
            let withdrawn = try await Self.draft(world, "request-for-information")
            try await world.perform(
                "withdraw-communication", ["communication": .string(withdrawn)], by: "expert")
            #expect(try await send("FRD", on: day) == "CTED/FRD/2024/002")
            #expect(try await send("FRD", on: CalendarDate(2025, 1, 2)) == "CTED/FRD/2025/001")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the Chair signs for the Committee and a head for the Directorate, once it is put before them`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let letter = try await Self.draft(world, "letter-of-the-chair")
            let sign: [String: JSONValue] = [
                "communication": .string(letter), "signature": ["en": "Ada Example"],
            ]
            func refused(_ act: ActKind, _ fields: [String: JSONValue], by key: String) async throws
                -> String?
            {
                try await world.refusal(of: act, fields, by: key)?.code
            }
            #expect(
                try await refused("sign-communication", sign, by: "chair") == "communication.not-at-stage")
            try await world.perform(
                "present-communication", ["communication": .string(letter)], by: "expert")
            #expect(
                try await refused("sign-communication", sign, by: "head") == "communication.other-signatory")
            #expect(
                try await refused("send-communication", ["communication": .string(letter)], by: "expert")
                    == "communication.not-at-stage")
            // Changed once more, it is put forward once more.
            try await world.perform(
                "amend-communication", ["communication": .string(letter), "text": ["en": "Excellency,"]],
                by: "committee-secretary")
            #expect(
                try await refused("sign-communication", sign, by: "chair") == "communication.not-at-stage")
            try await Self.sign(world, letter, by: "chair")
            #expect(
                try await refused(
                    "amend-communication", ["communication": .string(letter), "text": ["en": "No"]],
                    by: "expert") == "communication.not-at-stage")
            let note = try await Self.draft(world, "request-for-information")
            #expect(
                try await refused(
                    "present-communication", ["communication": .string(note)], by: "committee-secretary")
                    == "object.not-found")
            #expect(
                try await refused(
                    "draft-communication", ["state": "FRD", "letter": "request-for-information"],
                    by: "committee-secretary") == "communication.other-office")
        }
    }

    @Test func `a draft says what the pack's text does, with what is known filled in`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .drafted)
            let refusal = try await world.refusal(
                of: "draft-communication", ["state": "FRD", "letter": "opening-notice"], by: "expert")
            #expect(refusal?.code == "communication.assessment-missing")
            let other = try await world.refusal(
                of: "draft-communication",
                thread.this.merging(["state": "SYL", "letter": "opening-notice"]) { $1 }, by: "expert")
            #expect(other?.code == "communication.other-state")
            let id = try await Self.draft(world, "opening-notice", thread.this)
            let text = try #require(try await Self.letter(world, id, as: "expert")?.body?.texts)
            #expect(text["en"]?.contains("Freedonia, cycle 1, has been opened") == true)
            #expect(text["zh-Hans"]?.contains("第1周期评估") == true && text["zh-Hant"] != nil)
            #expect(text.values.allSatisfy { !$0.contains("{") })
        }
    }

    @Test(arguments: Engine.allCases)
    func `what came in is recorded for the office that it came to, a Mission's own State's alone`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let fields: [String: JSONValue] = [
                "state": "FRD", "office": "directorate", "form": "note-verbale", "theirReference": "NV/7",
                "datedOn": "2024-03-01", "language": "en", "signatory": ["en": "The Mission"],
                "summary": ["en": "The Government replies"],
            ]
            let id = try await world.perform("record-communication", fields, by: "mission").id(
                "communication")
            for key in ["expert", "mission", "focal-point"] {
                let reference = try await Self.letter(world, id, as: key)?.text("reference")
                #expect(reference == "CTED/FRD/2024/IN-001", "\(key)")
            }
            for key in ["chair", "other-mission", "partner", "contributor", "public"] {
                #expect(try await Self.letter(world, id, as: key) == nil, "\(key)")
            }
            let cases: [(String, [String: JSONValue], String)] = [
                ("other-mission", [:], "state.not-own"),
                ("committee-secretary", [:], "communication.other-office"),
                ("expert", ["office": "committee"], "communication.other-office"),
                ("expert", ["theirReference": "see <b>!"], "communication.not-number"),
            ]
            for (key, change, code) in cases {
                let refusal = try await world.refusal(
                    of: "record-communication", fields.merging(change) { $1 }, by: key)
                #expect(refusal?.code == code, "\(key)")
            }
        }
    }

    @Test func `an act that binds a State may name the letter that it rests on, and the letter shows it`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let thread = try await TestCase(world, through: .drafted)
            let id = try await Self.draft(world, "sending-draft", thread.this)
            let send = thread.this.merging(["communication": .string(id)]) { $1 }
            let early = try await world.refusal(of: "send-draft", send, by: "expert")
            #expect(early?.code == "communication.not-at-stage")
            try await Self.sign(world, id, by: "head")
            try await world.perform("send-communication", ["communication": .string(id)], by: "expert")
            try await world.perform("send-draft", send, by: "expert")
            let object = ObjectReference(Kind.Communication.type, id)
            for key in ["expert", "mission"] {
                let kinds = try await world.read(as: key) { try $0.history(of: object, limit: 9).map(\.kind) }
                #expect(kinds.contains("send-draft"), "\(key)")
            }
            let kinds = try await world.read(as: "chair") { try $0.history(of: object, limit: 9).map(\.kind) }
            #expect(kinds.isEmpty)
        }
    }
}
