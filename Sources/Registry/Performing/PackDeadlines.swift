import Mandate
import Pack

extension Pack {
    /// Days on which the body's seat does not work, beside weekends.
    var holidayDates: Set<CalendarDate> { Set(holidays.compactMap { CalendarDate($0.on) }) }

    /// The last day on which what a limit gives time for is on time; with effect `opens`, the last day of waiting.
    ///
    /// Days and months run on over weekends and holidays; working days are counted from the next working day where
    /// `day` is none. In a year for which the pack has no holidays, weekends alone count.
    ///
    /// - Parameters:
    ///   - limit: of this pack, the one in force when the time began.
    ///   - day: the day on which it began, which is not counted.
    public func deadline(of limit: StageLimit, from day: CalendarDate) -> CalendarDate {
        switch limit.unit {
        case .days: day.adding(days: limit.amount)
        case .months: day.due(within: limit.amount)
        case .workingDays: day.adding(workingDays: limit.amount, holidays: holidayDates)
        }
    }
}
