extension CalendarDate {
    /// Whether this is a day from Monday to Friday that is no holiday.
    public func isWorkingDay(holidays: Set<CalendarDate>) -> Bool {
        weekday.rawValue <= Weekday.friday.rawValue && !holidays.contains(self)
    }

    /// The day that lies this many working days after this one.
    ///
    /// What falls on a day without work counts as of the next working day: from a Saturday, 0 working days end on
    /// Monday and 1 on Tuesday. The day itself is never counted.
    ///
    /// - Parameters:
    ///   - workingDays: 0 or more.
    ///   - holidays: in a year without any, weekends alone count.
    /// - Returns: a working day; at the end of the calendar, its last day.
    public func adding(workingDays: Int, holidays: Set<CalendarDate>) -> CalendarDate {
        precondition(workingDays >= 0, "a time limit does not run backwards")
        var day = workingDay(holidays)
        for _ in 0..<workingDays {
            let later = day.next.workingDay(holidays)
            if later == day { break }
            day = later
        }
        return day
    }

    /// This day, or the first working day after it.
    private func workingDay(_ holidays: Set<CalendarDate>) -> CalendarDate {
        var day = self
        while !day.isWorkingDay(holidays: holidays), day < day.next { day = day.next }
        return day
    }
}
