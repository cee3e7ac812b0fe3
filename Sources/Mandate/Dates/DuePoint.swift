/// When something is due, no finer than the text says: a day, or a month.
public enum DuePoint: Hashable, Sendable {
    case day(CalendarDate)
    /// Due at the month's end, and shown as a month (S/RES/2617(2021)/OP/7, "by December 2022").
    case month(year: Int, month: Int)

    /// `2025-12-31` or `2022-12`.
    public init?(_ text: String) {
        if let day = CalendarDate(text) {
            self = .day(day)
        } else if let first = CalendarDate(text + "-01") {
            self = .month(year: first.year, month: first.month)
        } else {
            return nil
        }
    }

    /// The last day that is still on time.
    public var lastDay: CalendarDate {
        switch self {
        case .day(let day): day
        case .month(let year, let month):
            CalendarDate(year, month, CalendarDate.daysIn(month: month, of: year))
        }
    }

    public var isMonth: Bool {
        if case .month = self { true } else { false }
    }
}

extension DuePoint: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
        return !left.isMonth && right.isMonth
    }
}

extension DuePoint: CustomStringConvertible {
    public var description: String {
        switch self {
        case .day(let day): day.description
        case .month(let year, let month): "\(year.padded(to: 4))-\(month.padded(to: 2))"
        }
    }
}
