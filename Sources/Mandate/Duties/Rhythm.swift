/// The periods of a recurring duty. Years, half-years, quarters and months are the calendar's
/// (assumption A18); other periods follow one another from the adoption.
struct Rhythm {
    private let period: Period
    private let adopted: CalendarDate

    init(_ period: Period, adopted: CalendarDate) {
        (self.period, self.adopted) = (period, adopted)
    }

    private var months: Int? {
        let months =
            switch period.unit {
            case .months: period.count
            case .years: period.count * 12
            case .hours, .days, .weeks: 0
            }
        return [1, 2, 3, 4, 6, 12].contains(months) ? months : nil
    }

    var isCalendar: Bool { months != nil }

    /// First and last day of a period, counted from 0 for the one of the adoption.
    func span(_ index: Int) -> (first: CalendarDate, last: CalendarDate) {
        guard let months else { return afterAdoption(index) }
        let start = adopted.year * 12 + (adopted.month - 1) / months * months + index * months
        let end = start + months - 1
        let (year, month) = (min(end / 12, 9999), end % 12 + 1)
        return (
            CalendarDate(min(start / 12, 9999), start % 12 + 1, 1),
            CalendarDate(year, month, CalendarDate.daysIn(month: month, of: year))
        )
    }

    private func afterAdoption(_ index: Int) -> (CalendarDate, CalendarDate) {
        (boundary(index).next, boundary(index + 1))
    }

    private func boundary(_ index: Int) -> CalendarDate {
        switch period.unit {
        case .years: adopted.due(within: period.count * 12 * index)
        case .months: adopted.due(within: period.count * index)
        case .weeks: adopted.adding(days: period.count * 7 * index)
        case .days: adopted.adding(days: period.count * index)
        case .hours: adopted.adding(days: (period.count * index + 23) / 24)
        }
    }
}
