import HTML
import Mandate
import Record
import Words

extension Words {
    /// A day in words.
    func date(_ date: CalendarDate) -> String { self.date(year: date.year, month: date.month, day: date.day) }

    /// A due date as it is known: to the day, or to the month.
    func due(_ due: String) -> String {
        guard let point = DuePoint(due) else { return due }
        let last = point.lastDay
        return point.isMonth ? month(year: last.year, month: last.month) : date(last)
    }

    /// An instant to the minute, in UTC as the record has it.
    func time(_ instant: Instant) -> String {
        let text = instant.description
        guard let day = CalendarDate(String(text.prefix(10))) else { return text }
        return "\(date(day)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}

extension HTML {
    /// A date with its machine-readable form.
    mutating func date(_ date: CalendarDate, _ words: Words) {
        time(.datetime(date.description), text: words.date(date))
    }
}
