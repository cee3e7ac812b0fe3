/// One time that a duty falls due.
public struct DutyOccurrence: Hashable, Sendable {
    /// Why it falls due then: the limit, and the day from which it was counted.
    public struct Reason: Hashable, Sendable {
        public let limit: TimeLimit.Value
        /// The event that started a relative limit, the first day of a recurring period.
        public let start: CalendarDate?
        public let event: String?
    }

    public let due: DuePoint
    public let status: DutyStatus
    public let fulfilledOn: CalendarDate?
    public let because: Reason
}

/// An event of the kind that a relative limit names, as recorded.
public struct StartEvent: Hashable, Sendable {
    /// What tells it from others of its kind: "initial report of Freedonia".
    public let name: String
    public let on: CalendarDate

    public init(_ name: String, on day: CalendarDate) {
        (self.name, on) = (name, day)
    }
}

/// A document or meeting that fulfils one occurrence.
public struct Fulfilment: Hashable, Sendable {
    public let on: CalendarDate
    /// The occurrence that it fulfils; nil: the one in whose period it falls, else the earliest open.
    public let due: DuePoint?

    public init(on day: CalendarDate, for due: DuePoint? = nil) {
        (on, self.due) = (day, due)
    }
}
