/// A month as weeks of seven days, each with what falls due.
public struct MonthGrid: Component, Sendable {
    public enum EntryKind: String, Sendable {
        case open, late, fulfilled
    }

    public struct Entry: Sendable {
        let text: String
        let href: String
        let kind: EntryKind
        let status: String

        /// - Parameter status: the word for the kind, so that its look is never the only sign.
        public init(_ text: String, href: String, _ kind: EntryKind, status: String) {
            self.text = text
            self.href = href
            self.kind = kind
            self.status = status
        }
    }

    public struct Day: Sendable {
        let number: Int
        let iso: String
        let name: String
        let isOutside: Bool
        let isToday: Bool
        let entries: [Entry]

        /// - Parameters:
        ///   - name: the whole date in words.
        ///   - isOutside: belongs to the month before or after.
        public init(
            _ number: Int, iso: String, name: String, isOutside: Bool, isToday: Bool, entries: [Entry]
        ) {
            self.number = number
            self.iso = iso
            self.name = name
            self.isOutside = isOutside
            self.isToday = isToday
            self.entries = entries
        }
    }

    let label: String
    let weekdays: [(short: String, long: String)]
    let weeks: [[Day]]

    /// - Parameters:
    ///   - label: the month in words.
    ///   - weekdays: seven names in the order of the days.
    public init(label: String, weekdays: [(short: String, long: String)], weeks: [[Day]]) {
        self.label = label
        self.weekdays = weekdays
        self.weeks = weeks
    }

    public func write(_ html: inout HTML) {
        html.table(.class("month")) { html in
            html.caption(.class("visually-hidden"), text: label)
            html.thead { html in
                html.tr { html in
                    for day in weekdays {
                        html.th(.scope("col")) { $0.abbr(.title(day.long), text: day.short) }
                    }
                }
            }
            html.tbody { html in
                for week in weeks { html.tr { for day in week { write(day, &$0) } } }
            }
        }
    }

    private func write(_ day: Day, _ html: inout HTML) {
        let look = (day.isOutside ? "outside " : "") + (day.isToday ? "today" : "")
        html.td(.class(look), .when(day.isToday, .ariaCurrent("date"))) { html in
            html.time(.class("day"), .datetime(day.iso), .title(day.name)) { $0.text(day.number) }
            if day.entries.isEmpty { return }
            html.ul(.role("list")) { html in
                for entry in day.entries {
                    html.li { html in
                        html.a(
                            .class("entry " + entry.kind.rawValue), .href(entry.href),
                            .title(entry.status + ": " + entry.text)
                        ) { html in
                            html.text(entry.text)
                            html.span(.class("visually-hidden"), text: " (\(entry.status))")
                        }
                    }
                }
            }
        }
    }
}
