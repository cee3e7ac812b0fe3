import Foundation
import Mandate
import Record
import Storage

extension CalendarDate {
    /// The day that an instant falls on in a time zone.
    ///
    /// - Parameter zone: a name of the tz database, e.g. `America/New_York`; unknown names count as UTC.
    public init(of instant: Instant, inZone zone: String) {
        let calendar = Calendar.gregorian(zone)
        let date = Date(timeIntervalSince1970: Double(instant.microseconds) / 1_000_000)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        self.init(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }
}

extension Instant {
    /// The first instant after a day in a time zone.
    public init(endOf day: CalendarDate, inZone zone: String) {
        self.init(startOf: day.next, inZone: zone)
    }

    /// The first instant of a day in a time zone.
    public init(startOf day: CalendarDate, inZone zone: String) {
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        let start = Calendar.gregorian(zone).date(from: parts)?.timeIntervalSince1970 ?? 0
        self.init(microseconds: Int64(start) * 1_000_000)
    }
}

extension Calendar {
    fileprivate static func gregorian(_ zone: String) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        return calendar
    }
}

extension CalendarDate: SQLConvertible {
    public var sqlValue: SQLValue { .text(description) }
    public init(sqlValue: SQLValue) throws {
        let text = try String(sqlValue: sqlValue)
        guard let date = CalendarDate(text) else { throw UnreadableField(expected: "date") }
        self = date
    }
}
