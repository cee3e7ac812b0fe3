extension Words {
    /// A day as a person writes it, e.g. `30 March 2023`.
    ///
    /// - Parameters: the proleptic Gregorian calendar's numbers, months and days from 1.
    /// - Returns: the file's form; `2023-03-30` in a language whose file has none.
    public func date(year: Int, month: Int, day: Int) -> String {
        guard let name = monthName(month),
            let text = ownText(
                "date.day", ["year": year, "month": name, "monthNumber": month, "day": day])
        else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
        return text
    }

    /// A day in little room, e.g. `30 Mar 2023`.
    public func shortDate(year: Int, month: Int, day: Int) -> String {
        guard let name = ownText("date.month-short.\(month)"),
            let text = ownText(
                "date.day", ["year": year, "month": name, "monthNumber": month, "day": day])
        else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
        return text
    }

    /// A month, e.g. `December 2022`: what a text asks for that names no day.
    public func month(year: Int, month: Int) -> String {
        guard let name = monthName(month),
            let text = ownText("date.month-of-year", ["year": year, "month": name, "monthNumber": month])
        else { return "\(padded(year, 4))-\(padded(month, 2))" }
        return text
    }

    /// A day with the time of day, e.g. `30 March 2023, 14:02`. The time zone is the caller's, who says it.
    public func dateTime(year: Int, month: Int, day: Int, hour: Int, minute: Int) -> String {
        let time = "\(padded(hour, 2)):\(padded(minute, 2))"
        let date = date(year: year, month: month, day: day)
        return ownText("date.time", ["date": date, "time": time]) ?? "\(date) \(time)"
    }

    /// A weekday's name: 1 is Monday, 7 Sunday (ISO 8601).
    public func weekday(_ number: Int) -> String { self("date.weekday.\(number)") }

    /// A weekday's name where there is little room.
    public func shortWeekday(_ number: Int) -> String { self("date.weekday-short.\(number)") }

    /// How far a date lies from today: `in 12 days`, `today`, `3 days ago`.
    ///
    /// - Parameter days: whole days from today on; negative for the past.
    public func distance(days: Int) -> String {
        switch days {
        case 0: self("distance.today")
        case 1: self("distance.tomorrow")
        case -1: self("distance.yesterday")
        case 2...: self("distance.ahead", ["count": days])
        default: self("distance.past", ["count": -days])
        }
    }

    /// How far a deadline lies from today: `in 12 days`, `due today`, `3 days past the date`.
    ///
    /// - Parameter days: whole days until the deadline; negative once it has passed.
    public func deadline(days: Int) -> String {
        switch days {
        case 0: self("distance.due-today")
        case 1: self("distance.tomorrow")
        case 2...: self("distance.ahead", ["count": days])
        default: self("distance.late", ["count": -days])
        }
    }

    private func monthName(_ month: Int) -> String? { ownText("date.month.\(month)") }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number.magnitude)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
