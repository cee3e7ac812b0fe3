import Mandate
import Pack
import Testing

@testable import Registry

/// When a stage's time runs out, by the pack's own limits and holidays.
@Suite struct DeadlineTests {
    let pack: Pack

    init() throws { pack = try PackLoader.load(files: TestPack.files) }

    private func deadline(_ code: String, from day: CalendarDate) throws -> CalendarDate {
        pack.deadline(of: try #require(pack.stageLimit(code)), from: day)
    }

    @Test(arguments: [
        // Ten working days over the fourth of July, kept on Friday the third.
        ("silence", CalendarDate(2026, 6, 29), CalendarDate(2026, 7, 14)),
        // Over Christmas and New Year's Day, both kept on Fridays.
        ("silence", CalendarDate(2027, 12, 20), CalendarDate(2028, 1, 5)),
        // Over the Sundays on which New York's clocks change.
        ("silence", CalendarDate(2027, 3, 10), CalendarDate(2027, 3, 24)),
        ("silence", CalendarDate(2027, 11, 3), CalendarDate(2027, 11, 17)),
        // From a Saturday, as from the Monday after.
        ("silence-extension", CalendarDate(2026, 8, 1), CalendarDate(2026, 8, 10)),
        // A year without holidays in the pack: Christmas of 2031 counts.
        ("silence-extension", CalendarDate(2031, 12, 22), CalendarDate(2031, 12, 29)),
        // Days and months run on over weekends and holidays.
        ("assessment-approved", CalendarDate(2026, 6, 20), CalendarDate(2026, 7, 4)),
        ("state-reply", CalendarDate(2026, 8, 31), CalendarDate(2027, 2, 28)),
    ])
    func `a limit runs out as its unit says`(code: String, from: CalendarDate, end: CalendarDate) throws {
        #expect(try deadline(code, from: from) == end)
    }

    @Test func `every limit of the pack ends after it begins, a later day never earlier`() throws {
        for limit in pack.stageLimits {
            for day in (0..<400).map({ CalendarDate(2026, 6, 1).adding(days: $0) }) {
                let end = pack.deadline(of: limit, from: day)
                #expect(day < end && end <= pack.deadline(of: limit, from: day.next), "\(limit.code) \(day)")
            }
        }
    }

    @Test func `every holiday of the pack is a day from Monday to Friday`() {
        #expect(pack.holidayDates.count == pack.holidays.count)
        #expect(pack.holidayDates.allSatisfy { $0.isWorkingDay(holidays: []) })
    }
}
