import Mandate
import Registry

extension CalendarEvent {
    /// The due dates of duties as events; what is known to the month takes the whole month.
    ///
    /// - Parameters:
    ///   - summary: what the event is called, in the reader's language.
    ///   - host: `https://…`, before the page's path.
    public static func of(
        _ duties: [DutyView], host: String, summary: (DutyView, DutyView.Occurrence) -> String
    ) -> [CalendarEvent] {
        duties.flatMap { duty in
            duty.occurrences.compactMap { occurrence -> CalendarEvent? in
                guard !occurrence.due.isEmpty else { return nil }
                let isMonth = occurrence.due.count == "2022-12".count
                let last = occurrence.lastDay
                let first = isMonth ? CalendarDate(last.year, last.month, 1) : last
                return CalendarEvent(
                    uid: "\(duty.id)-\(occurrence.due)@stocktake", first: first, last: last,
                    summary: summary(duty, occurrence), details: duty.address,
                    address: "\(host)/duties/\(duty.id)")
            }
        }
    }
}
