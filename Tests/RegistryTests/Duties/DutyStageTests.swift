import Disclosure
import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// Who sees a duty, from its proposal to its withdrawal, and as of a past date.
@Suite struct DutyStageTests {
    @Test(arguments: Engine.allCases)
    func `a proposed duty is known to the Directorate alone, a confirmed one to the Committee too`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.propose()
            for (key, capacity, _) in TestWorld.cast {
                let audience = Viewer(person: "x", capacity: capacity).audience
                #expect(try await world.sees(key, duty: duty) == (audience == .directorate), "\(key)")
            }
            try await world.perform("confirm-duty", ["duty": .string(duty)], by: "head")
            for (key, capacity, _) in TestWorld.cast {
                let audience = Viewer(person: "x", capacity: capacity).audience
                #expect(try await world.sees(key, duty: duty) == (audience <= .committee), "\(key)")
            }
            #expect(try await !world.sees("public", duty: duty))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the Committee keeps the confirmed words until a head confirms the corrected ones`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed(TestWorld.duty(what: "Earlier words"))
            let correction = TestWorld.duty(what: "Later words")
                .merging(["duty": .string(duty), "reason": "A slip"]) { $1 }
            try await world.perform("correct-duty", correction, by: "expert-two")
            func words(_ key: String) async throws -> String? {
                try await world.duty(duty, as: key)?.what?.texts["en"]
            }
            #expect(try await words("expert") == "Later words")
            #expect(try await world.duty(duty, as: "expert")?.stage == .proposed)
            #expect(try await words("committee-member") == "Earlier words")
            #expect(try await world.duty(duty, as: "committee-member")?.stage == .confirmed)
            #expect(try await world.duty(duty, as: "committee-member")?.reason == nil)
            try await world.perform("confirm-duty", ["duty": .string(duty)], by: "head")
            #expect(try await words("committee-member") == "Later words")
            #expect(try await world.read(as: "committee-member") { try $0.duties().count } == 1)
        }
    }

    @Test func `whoever proposed or corrected a duty does not confirm it`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let duty = try await world.perform("propose-duty", TestWorld.duty(), by: "head").id("duty")
            let own = try await world.refusal(of: "confirm-duty", ["duty": .string(duty)], by: "head")
            #expect(own?.code == "duty.own-proposal" && own?.kind == .notAllowed)
            try await world.perform("confirm-duty", ["duty": .string(duty)], by: "head-two")
            let correction = TestWorld.duty().merging(["duty": .string(duty), "reason": "x"]) { $1 }
            try await world.perform("correct-duty", correction, by: "head-two")
            #expect(
                try await world.refusal(of: "confirm-duty", ["duty": .string(duty)], by: "head-two")?.code
                    == "duty.own-proposal")
            #expect(try await world.refusal(of: "confirm-duty", ["duty": .string(duty)], by: "head") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a withdrawn duty leaves every list and stays readable as of its time`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed()
            world.clock.move(to: CalendarDate(2024, 4, 1))
            let fields: [String: JSONValue] = ["duty": .string(duty), "reason": "No duty"]
            let byExpert = try await world.refusal(of: "withdraw-duty", fields, by: "expert")
            #expect(byExpert?.code == "duty.confirmed-by-head")
            #expect(try await world.sees("chair", duty: duty))
            try await world.perform("withdraw-duty", fields, by: "head")
            #expect(try await !world.sees("chair", duty: duty))
            for key in ["expert", "chair"] {
                #expect(try await world.read(as: key) { try $0.duties().isEmpty }, "\(key)")
                let past = try await world.duty(duty, as: key, asOf: TestWorld.today)
                #expect(past?.stage == .confirmed, "\(key)")
                #expect(try await world.read(as: key, asOf: TestWorld.today) { try $0.duties().count } == 1)
            }
            #expect(try await world.duty(duty, as: "expert")?.stage == .withdrawn)
            let again = try await world.refusal(of: "withdraw-duty", fields, by: "head")
            #expect(again?.code == "duty.withdrawn" && again?.kind == .notNow)
        }
    }

    @Test(arguments: Engine.allCases)
    func `as of a past date a duty stands in the version of that day`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed(TestWorld.duty(what: "March"))
            for (day, words) in [(CalendarDate(2024, 4, 10), "April"), (CalendarDate(2024, 5, 10), "May")] {
                world.clock.move(to: day)
                let fields = TestWorld.duty(what: words)
                    .merging(["duty": .string(duty), "reason": "Better"]) { $1 }
                try await world.perform("correct-duty", fields, by: "expert")
                if words == "April" {
                    try await world.perform("confirm-duty", ["duty": .string(duty)], by: "head")
                }
            }
            let days: [(CalendarDate, String?, String?)] = [
                (CalendarDate(2024, 3, 14), nil, nil), (CalendarDate(2024, 3, 15), "March", "March"),
                (CalendarDate(2024, 4, 9), "March", "March"), (CalendarDate(2024, 4, 10), "April", "April"),
                (CalendarDate(2024, 5, 9), "April", "April"), (CalendarDate(2024, 5, 10), "May", "April"),
            ]
            for (day, directorate, committee) in days {
                #expect(
                    try await world.duty(duty, as: "expert", asOf: day)?.what?.texts["en"] == directorate,
                    "\(day)")
                #expect(
                    try await world.duty(duty, as: "chair", asOf: day)?.what?.texts["en"] == committee,
                    "\(day)")
            }
            #expect(try await !world.sees("researcher", duty: duty, asOf: CalendarDate(2024, 4, 10)))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the second of two who change one thing is told what changed, and by whom within the room`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed()
            let seen = try await world.version(of: duty, as: "expert-two")
            let correction = TestWorld.duty(what: "Words of the first")
                .merging(["duty": .string(duty), "reason": "x", "version": .string(seen)]) { $1 }
            try await world.perform("correct-duty", correction, by: "expert")
            let refusal = try await world.refusal(of: "correct-duty", correction, by: "expert-two")
            #expect(refusal?.kind == .conflict)
            #expect(refusal?.conflict?.changedBy == "Person expert")
            #expect(refusal?.conflict?.current["text"]?["en"]?.string == "Words of the first")
            let now = try await world.version(of: duty, as: "expert-two")
            #expect(refusal?.conflict?.current["version"]?.string == now && now != seen)
            let retried = correction.merging(["version": .string(now)]) { $1 }
            #expect(try await world.refusal(of: "correct-duty", retried, by: "expert-two") == nil)
        }
    }

    @Test func `a conflict names nobody outside one's own room`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let person = world.person("researcher")
            let seen = try await world.read(as: "administrator") {
                try $0.representation("person", person)?["version"]?.string ?? ""
            }
            let fields: [String: JSONValue] = [
                "person": .string(person), "name": "Changed", "email": "researcher@example.org",
                "language": "en",
                "version": .string(seen),
            ]
            try await world.perform(
                "correct-person", fields.filter { $0.key != "version" }, by: "head")
            let refusal = try await world.refusal(of: "correct-person", fields, by: "administrator")
            #expect(refusal?.kind == .conflict && refusal?.conflict?.changedBy == nil)
            #expect(refusal?.conflict?.current["name"]?.string == "Changed")
        }
    }

    @Test func `time alone does not change a duty's version`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let duty = try await world.confirmed(TestWorld.duty(kind: "absolute", limit: "2024-06-30"))
            let seen = try await world.version(of: duty, as: "expert")
            world.clock.move(to: CalendarDate(2024, 7, 15))
            #expect(try await world.duty(duty, as: "expert")?.status == .overdue)
            #expect(try await world.version(of: duty, as: "expert") == seen)
        }
    }
}
