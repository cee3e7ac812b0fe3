import TestSeeds
import Testing

@testable import Mandate

extension CalendarDate {
    static func random(using random: inout SeededGenerator) -> CalendarDate {
        CalendarDate(1946, 1, 1).adding(days: Int.random(in: 0..<60_000, using: &random))
    }
}

@Suite struct CalendarDateTests {
    @Test(arguments: Seeds.standard)
    func `a later day never falls due earlier`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let day = CalendarDate.random(using: &random)
            #expect(day.due(within: 12) <= day.next.due(within: 12))
        }
    }

    @Test(arguments: [
        (CalendarDate(2024, 2, 29), 12, CalendarDate(2025, 2, 28)),
        (CalendarDate(2023, 8, 31), 6, CalendarDate(2024, 2, 29)),
        (CalendarDate(2021, 12, 30), 6, CalendarDate(2022, 6, 30)),
    ])
    func `a day that the month lacks becomes its last`(from: CalendarDate, months: Int, due: CalendarDate) {
        #expect(from.due(within: months) == due)
    }

    @Test(arguments: Seeds.standard)
    func `days forth and back lead home, one weekday at a time`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let day = CalendarDate.random(using: &random)
            let days = Int.random(in: -50_000...50_000, using: &random)
            #expect(day.adding(days: days).adding(days: -days) == day)
            #expect(day.days(until: day.adding(days: days)) == days)
            #expect(day.next.weekday.rawValue == day.weekday.rawValue % 7 + 1)
            #expect(CalendarDate(day.description) == day)
            #expect(day < day.next && day.previous < day)
        }
    }

    @Test func `known days have their weekday`() {
        #expect(CalendarDate(2021, 12, 30).weekday == .thursday)
        #expect(CalendarDate(1946, 1, 17).weekday == .thursday)
        #expect(CalendarDate(2000, 2, 29).weekday == .tuesday)
    }

    @Test(arguments: ["2023-02-29", "2023-13-01", "2023-1-01", "23-01-01", "2023-01-01 ", "", "２０２３-01-01"])
    func `what is no date is none`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `a month is due at its end and shown as a month`() throws {
        let point = try #require(DuePoint("2022-12"))
        #expect(point.lastDay == CalendarDate(2022, 12, 31))
        #expect(point.description == "2022-12")
    }

    @Test(arguments: ["P12M", "P2W", "P90D", "P1Y", "PT48H"])
    func `periods print as they were read`(text: String) {
        #expect(Period(text)?.description == text)
        #expect(Period(text + "X") == nil)
    }
}
