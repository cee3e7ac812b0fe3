import TestSeeds
import Testing

@testable import Mandate

@Suite struct WorkingDayTests {
    /// Days without work in the weeks of the worked cases.
    static let holidays: Set<CalendarDate> = [
        CalendarDate(2024, 7, 4), CalendarDate(2026, 7, 3), CalendarDate(2026, 12, 25),
        CalendarDate(2027, 1, 1), CalendarDate(2027, 12, 24),
    ]

    /// A day near a few holidays, drawn where rules break: in the weeks around them.
    private func draw(_ random: inout SeededGenerator) -> (day: CalendarDate, holidays: Set<CalendarDate>) {
        let day = CalendarDate.random(using: &random)
        let holidays = (0..<6).map { _ in day.adding(days: Int.random(in: -3...20, using: &random)) }
        return (day, Set(holidays))
    }

    @Test(arguments: [
        // Thursday the fourth in the middle of a week.
        (CalendarDate(2024, 7, 1), 5, CalendarDate(2024, 7, 9)),
        (CalendarDate(2024, 7, 3), 1, CalendarDate(2024, 7, 5)),
        // A Saturday's holiday is kept on Friday.
        (CalendarDate(2026, 7, 2), 1, CalendarDate(2026, 7, 6)),
        (CalendarDate(2026, 6, 26), 10, CalendarDate(2026, 7, 13)),
        // Christmas and New Year's Day.
        (CalendarDate(2026, 12, 18), 10, CalendarDate(2027, 1, 5)),
        (CalendarDate(2027, 12, 23), 1, CalendarDate(2027, 12, 27)),
        // The weeks in which New York's clocks change.
        (CalendarDate(2027, 3, 12), 1, CalendarDate(2027, 3, 15)),
        (CalendarDate(2027, 3, 8), 10, CalendarDate(2027, 3, 22)),
        (CalendarDate(2027, 11, 5), 1, CalendarDate(2027, 11, 8)),
        (CalendarDate(2027, 11, 1), 10, CalendarDate(2027, 11, 15)),
        // A leap day.
        (CalendarDate(2028, 2, 28), 2, CalendarDate(2028, 3, 1)),
    ])
    func `neither weekends nor holidays count as working days`(
        from: CalendarDate, count: Int, end: CalendarDate
    ) {
        #expect(from.adding(workingDays: count, holidays: Self.holidays) == end)
    }

    @Test(arguments: [
        (CalendarDate(2026, 7, 3), 0, CalendarDate(2026, 7, 6)),
        (CalendarDate(2026, 7, 4), 0, CalendarDate(2026, 7, 6)),
        (CalendarDate(2026, 7, 4), 1, CalendarDate(2026, 7, 7)),
        (CalendarDate(2026, 7, 6), 0, CalendarDate(2026, 7, 6)),
    ])
    func `what falls on a day without work counts as of the next working day`(
        from: CalendarDate, count: Int, end: CalendarDate
    ) {
        #expect(from.adding(workingDays: count, holidays: Self.holidays) == end)
    }

    @Test(arguments: Seeds.standard)
    func `as many working days lie behind the first as were added`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let (day, holidays) = draw(&random)
            let count = Int.random(in: 0...15, using: &random)
            let first = day.adding(workingDays: 0, holidays: holidays)
            let last = day.adding(workingDays: count, holidays: holidays)
            let passed = (first.dayNumber..<last.dayNumber).map { CalendarDate(dayNumber: $0 + 1) }
            #expect(passed.filter { $0.isWorkingDay(holidays: holidays) }.count == count)
            #expect(first.isWorkingDay(holidays: holidays) && last.isWorkingDay(holidays: holidays))
            #expect(
                (day.dayNumber..<first.dayNumber).allSatisfy {
                    !CalendarDate(dayNumber: $0).isWorkingDay(holidays: holidays)
                })
        }
    }

    @Test(arguments: Seeds.standard)
    func `working days in two steps are as many in one`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let (day, holidays) = draw(&random)
            let (some, more) = (Int.random(in: 0...8, using: &random), Int.random(in: 0...8, using: &random))
            let halfway = day.adding(workingDays: some, holidays: holidays)
            #expect(
                halfway.adding(workingDays: more, holidays: holidays)
                    == day.adding(workingDays: some + more, holidays: holidays))
        }
    }

    @Test(arguments: Seeds.standard)
    func `a later day or one more holiday never ends working days earlier`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let (day, holidays) = draw(&random)
            let count = Int.random(in: 0...10, using: &random)
            let end = day.adding(workingDays: count, holidays: holidays)
            #expect(end <= day.next.adding(workingDays: count, holidays: holidays))
            let more = holidays.union([day.adding(days: Int.random(in: 0...14, using: &random))])
            #expect(end <= day.adding(workingDays: count, holidays: more))
        }
    }

    @Test func `the calendar's end stops the count, even where it is a holiday`() {
        let last = CalendarDate(9999, 12, 31)
        #expect(last.adding(workingDays: 3, holidays: []) == last)
        #expect(last.adding(workingDays: 3, holidays: [last]) == last)
    }
}
