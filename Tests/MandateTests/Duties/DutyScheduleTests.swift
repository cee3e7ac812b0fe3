import TestSeeds
import Testing

@testable import Mandate

@Suite struct DutyScheduleTests {
    static let adopted = CalendarDate(2021, 12, 30)
    static let termEnd = CalendarDate(2025, 12, 31)

    static func term(renewed: Bool = false) throws -> MandateTerm {
        let successor = try #require(Symbol(parsing: "S/RES/2810(2025)"))
        let renewal = MandateTerm.Succession(
            .renewed(until: CalendarDate(2029, 1, 5)), by: successor, from: CalendarDate(2025, 12, 29))
        return MandateTerm(adopted: adopted, ends: termEnd, successions: renewed ? [renewal] : [])
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> DuePoint {
        .day(CalendarDate(year, month, day))
    }

    @Test(arguments: [
        (CalendarDate(2023, 1, 1), DutyStatus.upcoming), (CalendarDate(2023, 3, 15), .due),
        (CalendarDate(2023, 3, 30), .due), (CalendarDate(2023, 3, 31), .overdue),
        (CalendarDate(2026, 1, 2), .spent),
    ])
    func `a dated task is upcoming, due, overdue, and history with its resolution`(
        today: CalendarDate, expected: DutyStatus
    ) throws {
        let schedule = DutySchedule(.absolute(Self.day(2023, 3, 30)), term: try Self.term())
        #expect(schedule.status(on: today, dueWithinDays: 30) == expected)
    }

    @Test func `a successor makes dated tasks history and the term date renewed`() throws {
        let term = try Self.term(renewed: true)
        let today = CalendarDate(2025, 12, 30)
        let task = DutySchedule(.absolute(Self.day(2022, 3, 30)), term: term)
        #expect(task.status(on: today, dueWithinDays: 30) == .spent)
        let end = DutySchedule(.absolute(.day(Self.termEnd)), role: .term, term: term)
        #expect(end.status(on: CalendarDate(2025, 12, 1), dueWithinDays: 60) == .due)
        #expect(end.status(on: today, dueWithinDays: 60) == .renewed)
    }

    @Test func `a fulfilled task stays fulfilled`() throws {
        let schedule = DutySchedule(
            .absolute(Self.day(2022, 3, 30)), term: try Self.term(renewed: true),
            fulfilments: [Fulfilment(on: CalendarDate(2022, 3, 29))])
        #expect(schedule.status(on: CalendarDate(2027, 1, 1), dueWithinDays: 30) == .fulfilled)
        #expect(schedule.nextDue(on: CalendarDate(2027, 1, 1)) == nil)
    }

    @Test func `each event starts one occurrence of a relative duty`() throws {
        let limit = TimeLimit.Value.relative(
            try #require(Period("P12M")), from: "the initial assessment report")
        let schedule = DutySchedule(
            limit, term: try Self.term(renewed: true),
            events: [
                StartEvent("Sylvania", on: CalendarDate(2024, 2, 29)),
                StartEvent("Freedonia", on: CalendarDate(2026, 5, 4)),
            ],
            fulfilments: [Fulfilment(on: CalendarDate(2025, 2, 1), for: Self.day(2025, 2, 28))])
        let occurrences = schedule.occurrences(on: CalendarDate(2026, 6, 1), dueWithinDays: 30)
        #expect(occurrences.map(\.due) == [Self.day(2025, 2, 28), Self.day(2027, 5, 4)])
        #expect(occurrences.map(\.status) == [.fulfilled, .upcoming])
        #expect(occurrences.map(\.because.event) == ["Sylvania", "Freedonia"])
        #expect(schedule.nextDue(on: CalendarDate(2026, 6, 1)) == Self.day(2027, 5, 4))
    }

    @Test func `a yearly duty shows each year, and the next once this one is done`() throws {
        let yearly = TimeLimit.Value.recurring(try #require(Period("P1Y")))
        let done = [CalendarDate(2022, 11, 1), CalendarDate(2024, 11, 1)].map { Fulfilment(on: $0) }
        let schedule = DutySchedule(yearly, term: try Self.term(), fulfilments: done)
        let occurrences = schedule.occurrences(on: CalendarDate(2024, 12, 1), dueWithinDays: 60)
        #expect(occurrences.map(\.due) == [2022, 2023, 2024, 2025].map { Self.day($0, 12, 31) })
        #expect(occurrences.map(\.status) == [.fulfilled, .overdue, .fulfilled, .upcoming])
        #expect(schedule.nextDue(on: CalendarDate(2024, 12, 1)) == Self.day(2025, 12, 31))
    }

    @Test func `I28 a mandate's end closes recurring duties, a successor carries them on`() throws {
        let yearly = TimeLimit.Value.recurring(try #require(Period("P1Y")))
        let today = CalendarDate(2026, 6, 1)
        let closed = DutySchedule(yearly, term: try Self.term())
        #expect(closed.status(on: today, dueWithinDays: 30) == .spent)
        #expect(closed.nextDue(on: today) == nil)
        let living = DutySchedule(yearly, term: try Self.term(renewed: true))
        #expect(living.nextDue(on: today) == Self.day(2026, 12, 31))
    }

    @Test(arguments: Seeds.standard)
    func `I28 renewal before the end leaves no gap between periods`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for code in ["P1Y", "P6M", "P3M", "P1M", "P90D", "P2Y"] {
            let limit = TimeLimit.Value.recurring(try #require(Period(code)))
            for _ in 0..<30 {
                let today = CalendarDate(2022, 6, 1).adding(days: Int.random(in: 0..<2300, using: &random))
                let schedule = DutySchedule(limit, term: try Self.term(renewed: true))
                let all = schedule.occurrences(on: today, dueWithinDays: 30)
                for (first, second) in zip(all, all.dropFirst()) {
                    #expect(second.because.start == first.due.lastDay.next, "\(code) on \(today)")
                }
                #expect(all.allSatisfy { $0.due.lastDay >= today || $0.status == .overdue })
            }
        }
    }

    @Test(arguments: Seeds.standard)
    func `time alone never brings a settled occurrence back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let due = CalendarDate(2022, 1, 1).adding(days: Int.random(in: 0..<1400, using: &random))
            let schedule = DutySchedule(.absolute(.day(due)), term: try Self.term(renewed: true))
            var settled = false
            for offset in stride(from: -60, to: 2000, by: 37) {
                let status = schedule.status(on: due.adding(days: offset), dueWithinDays: 30)
                if settled { #expect(status == .spent) }
                settled = settled || status == .spent
            }
        }
    }

    @Test func `I27 a month is due at its end`() throws {
        let schedule = DutySchedule(.absolute(.month(year: 2022, month: 12)), term: try Self.term())
        #expect(schedule.status(on: CalendarDate(2022, 12, 31), dueWithinDays: 0) == .due)
        #expect(schedule.status(on: CalendarDate(2023, 1, 1), dueWithinDays: 0) == .overdue)
        #expect(schedule.occurrences(on: Self.adopted, dueWithinDays: 0).first?.due.description == "2022-12")
    }

    @Test func `I6 a report submitted on 29 February is answered by 28 February`() throws {
        let limit = StageLimit(try #require(Period("P12M")))
        #expect(limit.due(from: CalendarDate(2024, 2, 29)) == CalendarDate(2025, 2, 28))
        #expect(limit.daysLeft(from: CalendarDate(2024, 2, 29), on: CalendarDate(2025, 3, 1)) == -1)
        #expect(limit.due(from: CalendarDate(2024, 2, 29), pausedDays: 10) == CalendarDate(2025, 3, 10))
    }
}
