extension CalendarDate {
    /// Days since 1970-01-01; negative before.
    public var dayNumber: Int {
        // Years begin in March here, so that the leap day comes last.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that lies this many days after 1970-01-01, held within the years 1…9999.
    public init(dayNumber: Int) {
        let number = min(max(dayNumber, -719_162), 2_932_896) + 719_468
        let era = number / 146_097
        let dayOfEra = number - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year, month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    public var next: CalendarDate { adding(days: 1) }
    public var previous: CalendarDate { adding(days: -1) }

    public func adding(days: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + days)
    }

    /// Days from this day to the other; negative if the other lies before.
    public func days(until other: CalendarDate) -> Int {
        other.dayNumber - dayNumber
    }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (dayNumber % 7 + 7 + 3) % 7
        return Weekday.allCases[index]
    }

    /// The last day on which something due within whole months of this date is on time.
    ///
    /// - Parameter months: calendar months, 0 or more.
    /// - Returns: the same day of the month; the month's last day where it is shorter.
    /// - Source: time limits such as S/RES/2617(2021)/OP/16, "within 12 months of".
    public func due(within months: Int) -> CalendarDate {
        precondition(months >= 0, "a time limit does not run backwards")
        let count = year * 12 + (month - 1) + min(months, 12 * 9999)
        let (year, month) = (min(count / 12, 9999), count % 12 + 1)
        return CalendarDate(year, month, min(day, CalendarDate.daysIn(month: month, of: year)))
    }

    /// The last day on which something due within a period of this date is on time.
    ///
    /// - Parameter period: whole months or whole days; parts of a day count as a day.
    public func due(within period: Period) -> CalendarDate {
        switch period.unit {
        case .months: due(within: period.count)
        case .years: due(within: period.count * 12)
        case .weeks: adding(days: period.count * 7)
        case .days: adding(days: period.count)
        case .hours: adding(days: (period.count + 23) / 24)
        }
    }
}

/// Monday first, as ISO 8601 counts.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}
