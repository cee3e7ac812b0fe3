import Mandate

/// One all-day event of a calendar: a due date, with the paragraph that it rests on.
public struct CalendarEvent: Sendable, Hashable {
    /// Stays the same when the event changes.
    public let uid: String
    public let first: CalendarDate
    /// The last day; the first again for one day.
    public let last: CalendarDate
    public let summary: String
    public let details: String
    /// Where to read more: a full address.
    public let address: String

    public init(
        uid: String, first: CalendarDate, last: CalendarDate, summary: String, details: String,
        address: String
    ) {
        self.uid = uid
        self.first = first
        self.last = last
        self.summary = summary
        self.details = details
        self.address = address
    }
}
