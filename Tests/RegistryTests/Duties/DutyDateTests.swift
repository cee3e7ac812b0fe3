import Mandate
import Record
import Storage
import Testing

@testable import Registry

/// When duties fall due in the register, with the worked cases of the mandate.
@Suite struct DutyDateTests {
    private func fulfil(
        _ world: TestWorld, _ duty: String, due: String?, on day: String, by: String = "committee-secretary"
    ) async throws -> Refusal? {
        let document = try await world.document("What was done", on: day)
        var fields: [String: JSONValue] = [
            "duty": .string(duty), "document": .string(document), "fulfilledOn": .string(day),
        ]
        if let due { fields["dueOn"] = .string(due) }
        return try await world.refusal(of: "fulfil-duty", fields, by: by)
    }

    @Test(arguments: Engine.allCases)
    func `each report starts exactly one clock of twelve calendar months, I6`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed(
                TestWorld.duty(kind: "relative", limit: "P12M from=the submission of the report"))
            #expect(try await world.duty(duty, as: "chair")?.occurrences.isEmpty == true)
            for (day, about) in [("2024-02-29", "Freedonia"), ("2023-08-31", "Sylvania")] {
                let fields: [String: JSONValue] = [
                    "duty": .string(duty), "occurredOn": .string(day), "about": .string(about),
                ]
                #expect(
                    try await world.refusal(of: "record-duty-event", fields, by: "committee-secretary") == nil
                )
                let twice = try await world.refusal(of: "record-duty-event", fields, by: "expert")
                #expect(twice?.code == "duty.same-event" && twice?.kind == .notNow)
            }
            let dates = try await world.duty(duty, as: "chair")?.occurrences.map {
                "\($0.due) \($0.about ?? "")"
            }
            #expect(dates == ["2024-08-31 Sylvania", "2025-02-28 Freedonia"])
        }
    }

    @Test func `an event belongs to a confirmed duty with a relative limit, and lies in the past`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            func record(_ duty: String, on day: String = "2024-03-01") async throws -> String? {
                let refusal = try await world.refusal(
                    of: "record-duty-event",
                    ["duty": .string(duty), "occurredOn": .string(day), "about": "x"], by: "expert")
                return refusal?.faults.first?.code ?? refusal?.code
            }
            let relative = TestWorld.duty(kind: "relative", limit: "P12M from=x")
            #expect(try await record(try await world.propose(relative)) == "duty.not-confirmed")
            #expect(try await record(try await world.confirmed()) == "duty.not-relative")
            let duty = try await world.confirmed(relative)
            #expect(try await record(duty, on: "2024-03-16") == "field.after-today")
            #expect(try await record(duty, on: "2024-03-15") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a limit known to the month is due at its end and shown as a month, I27`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed(TestWorld.duty(kind: "absolute", limit: "2024-04"))
            let view = try #require(try await world.duty(duty, as: "chair"))
            #expect(view.nextDue == "2024-04")
            #expect(view.occurrences.map(\.lastDay) == [CalendarDate(2024, 4, 30)])
            world.clock.move(to: CalendarDate(2024, 4, 30))
            #expect(try await world.duty(duty, as: "chair")?.status == .due)
            world.clock.move(to: CalendarDate(2024, 5, 1))
            #expect(try await world.duty(duty, as: "chair")?.status == .overdue)
            #expect(try await world.duty(duty, as: "chair", asOf: CalendarDate(2024, 4, 30))?.status == .due)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a recurring duty makes its next date when it is fulfilled, and each year shows, I30`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let duty = try await world.confirmed(TestWorld.duty(kind: "recurring", limit: "R/P1Y"))
            let before = try #require(try await world.duty(duty, as: "chair"))
            #expect(before.nextDue == "2024-12-31")
            #expect(before.occurrences.map(\.due) == ["2022-12-31", "2023-12-31", "2024-12-31"])
            #expect(before.occurrences.map(\.status) == [.overdue, .overdue, .upcoming])
            #expect(try await fulfil(world, duty, due: "2023-12-31", on: "2023-12-20") == nil)
            #expect(try await fulfil(world, duty, due: "2024-12-31", on: "2024-03-10") == nil)
            let after = try #require(try await world.duty(duty, as: "chair"))
            #expect(after.occurrences.map(\.status) == [.overdue, .fulfilled, .fulfilled, .upcoming])
            #expect(after.nextDue == "2025-12-31")
        }
    }

    @Test func `a due date is answered once, by one document or one meeting, and must be the duty's own`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let duty = try await world.confirmed(TestWorld.duty(kind: "absolute", limit: "2024-04-30"))
            #expect(
                try await fulfil(world, duty, due: "2024-05-31", on: "2024-03-01")?.code
                    == "fulfilment.no-such-date")
            let none = try await world.refusal(
                of: "fulfil-duty", ["duty": .string(duty), "fulfilledOn": "2024-03-01"], by: "expert")
            #expect(none?.code == "fulfilment.one-of-two" && none?.kind == .incomplete)
            #expect(try await fulfil(world, duty, due: "2024-04-30", on: "2024-03-01") == nil)
            let again = try await fulfil(world, duty, due: "2024-04-30", on: "2024-03-02")
            #expect(again?.code == "fulfilment.done" && again?.kind == .notNow)
            let proposed = try await world.propose()
            #expect(
                try await fulfil(world, proposed, due: nil, on: "2024-03-02", by: "expert")?.code
                    == "duty.not-confirmed")
            #expect(try await world.duty(duty, as: "chair")?.status == .fulfilled)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a renewal prolongs the term and recurring duties, and dated ones become history, I28 and I29`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let term = try await world.confirmed(
                TestWorld.duty(kind: "term", limit: "2025-12-31", paragraph: "S-RES-2617-2021-OP-2"))
            let dated = try await world.confirmed(
                TestWorld.duty(kind: "absolute", limit: "2023-03-30", paragraph: "S-RES-2617-2021-OP-14"))
            let yearly = try await world.confirmed(
                TestWorld.duty(kind: "recurring", limit: "R/P1Y", paragraph: "S-RES-2617-2021-OP-12"))
            let relative = try await world.confirmed(
                TestWorld.duty(kind: "relative", limit: "P12M from=the report"))
            #expect(try await world.duty(term, as: "chair")?.status == .upcoming)
            #expect(try await world.duty(dated, as: "chair")?.status == .overdue)
            world.clock.move(to: CalendarDate(2026, 1, 10))
            try await renew(world)
            let today = CalendarDate(2026, 1, 10)
            #expect(try await world.duty(term, as: "chair")?.status == .renewed)
            let history = try #require(try await world.duty(dated, as: "chair"))
            #expect(history.status == .spent)
            #expect(history.occurrences.map(\.fulfilledOn) == [nil])
            let living = try #require(try await world.duty(yearly, as: "chair"))
            #expect(living.nextDue == "2026-12-31", "no gap on \(today)")
            #expect(try await world.duty(relative, as: "chair")?.status == .upcoming)
            world.clock.move(to: CalendarDate(2029, 1, 6))
            #expect(try await world.duty(yearly, as: "chair")?.nextDue == nil)
            #expect(try await world.duty(relative, as: "chair")?.status == .spent)
        }
    }

    /// S/RES/2810(2025) as the pack and FACTS.md have it: until 5 January 2029.
    private func renew(_ world: TestWorld) async throws {
        try await world.perform(
            "register-resolution",
            [
                "symbol": "S/RES/2810(2025)", "adoptedOn": "2025-12-29", "title": "Renewal",
                "source": "A release",
            ],
            by: "expert")
        try await world.perform(
            "record-succession",
            [
                "earlier": .string(TestWorld.resolution.rawValue),
                "later": .string(TestWorld.successor.rawValue),
                "effect": "renews", "fromOn": "2025-12-29", "untilOn": "2029-01-05", "source": "A release",
                "reason": "It says so",
            ], by: "head")
    }

    @Test func `without a successor the mandate's end closes what recurs`() async throws {
        try await TestWorld.with(.sqlite) { world in
            _ = try await world.confirmed(
                TestWorld.duty(kind: "term", limit: "2025-12-31", paragraph: "S-RES-2617-2021-OP-2"))
            let yearly = try await world.confirmed(TestWorld.duty(kind: "recurring", limit: "R/P1Y"))
            world.clock.move(to: CalendarDate(2025, 12, 31))
            #expect(try await world.duty(yearly, as: "chair")?.nextDue == "2025-12-31")
            world.clock.move(to: CalendarDate(2026, 1, 1))
            #expect(try await world.duty(yearly, as: "chair")?.nextDue == nil)
            #expect(try await world.duty(yearly, as: "chair")?.status == .spent)
        }
    }

    @Test func `a term that is being corrected goes on to hold for the Directorate too`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let fields = TestWorld.duty(kind: "term", limit: "2025-12-31", paragraph: "S-RES-2617-2021-OP-2")
            let term = try await world.confirmed(fields)
            let yearly = try await world.confirmed(TestWorld.duty(kind: "recurring", limit: "R/P1Y"))
            world.clock.move(to: CalendarDate(2026, 1, 10))
            #expect(try await world.duty(yearly, as: "expert")?.status == .spent)
            try await world.perform(
                "correct-duty", fields.merging(["duty": .string(term), "reason": "x"]) { $1 }, by: "expert")
            #expect(try await world.duty(yearly, as: "chair")?.status == .spent)
            #expect(try await world.duty(yearly, as: "expert")?.status == .spent)
        }
    }

    static let successions: [(fields: [String: JSONValue], code: String)] = [
        (["later": "S-RES-2617-2021"], "succession.same"), (["effect": "renews"], "succession.until-missing"),
        (["untilOn": "2021-12-29"], "succession.until-before"),
        (["earlier": "S-RES-2617-2021", "later": "S-RES-2395-2017"], "succession.order"),
    ]

    @Test func `a succession that contradicts itself is refused`() async throws {
        try await TestWorld.with(.sqlite) { world in
            try await world.perform(
                "register-resolution",
                ["symbol": "S/RES/2395(2017)", "adoptedOn": "2017-12-21", "title": "x", "source": "x"],
                by: "expert")
            let right: [String: JSONValue] = [
                "earlier": "S-RES-2395-2017", "later": "S-RES-2617-2021", "effect": "replaces",
                "fromOn": "2021-12-30", "source": "x", "reason": "x",
            ]
            for one in Self.successions {
                var fields = right.merging(one.fields) { $1 }
                if one.code == "succession.same" { fields["earlier"] = fields["later"] }
                let refusal = try await world.refusal(of: "record-succession", fields, by: "head")
                #expect(refusal?.code == one.code && refusal?.kind == .incomplete)
            }
            #expect(try await world.refusal(of: "record-succession", right, by: "head") == nil)
        }
    }
}
