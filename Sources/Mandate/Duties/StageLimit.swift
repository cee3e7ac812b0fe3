/// How long a stage may last, as a pack sets it.
public struct StageLimit: Hashable, Sendable {
    public let period: Period

    public init(_ period: Period) {
        self.period = period
    }

    /// The last day on which the stage may end.
    ///
    /// - Parameters:
    ///   - start: the day on which the stage was entered.
    ///   - pausedDays: days on which the clock stood still; mandatory clocks have none.
    public func due(from start: CalendarDate, pausedDays: Int = 0) -> CalendarDate {
        start.due(within: period).adding(days: max(0, pausedDays))
    }

    /// Days left on a day: negative when the limit has passed.
    public func daysLeft(from start: CalendarDate, pausedDays: Int = 0, on today: CalendarDate) -> Int {
        today.days(until: due(from: start, pausedDays: pausedDays))
    }
}
