import Mandate

/// When a colleague is away, and who sees to their cases.
public struct AbsenceView: Sendable {
    public let id: String
    public let person: String
    public let deputy: String
    public let from: CalendarDate
    /// The last day.
    public let until: CalendarDate

    /// Whether it covers a day.
    public func covers(_ day: CalendarDate) -> Bool { from <= day && day <= until }
}

extension Reader {
    /// Absences that stand, past ones included, by their first day; for the Directorate.
    public func absences() throws -> [AbsenceView] {
        try items(.absence).compactMap { item in
            guard item.value != "ended", let from = item.text("from").flatMap({ CalendarDate($0) }),
                let until = item.text("until").flatMap({ CalendarDate($0) })
            else { return nil }
            return AbsenceView(
                id: item.id, person: item.text("person") ?? "", deputy: item.text("deputy") ?? "",
                from: from, until: until)
        }.sorted { ($0.from.description, $0.id) < ($1.from.description, $1.id) }
    }
}
