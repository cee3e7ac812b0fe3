import Disclosure
import HTML
import Mandate
import Registry
import Words

/// One due date as the calendar shows it.
struct CalendarItem: Sendable {
    let duty: DutyView
    let occurrence: DutyView.Occurrence

    static func all(_ duties: [DutyView]) -> [CalendarItem] {
        duties.flatMap { duty in
            duty.occurrences.filter { !$0.due.isEmpty }.map { CalendarItem(duty: duty, occurrence: $0) }
        }.sorted {
            ($0.occurrence.lastDay, $0.duty.id.rawValue) < ($1.occurrence.lastDay, $1.duty.id.rawValue)
        }
    }

    func write(_ html: inout HTML, _ languages: [String], _ words: Words) {
        html.a(
            .class(
                occurrence.status == .overdue
                    ? "entry late" : occurrence.status == .fulfilled ? "entry fulfilled" : "entry"),
            .href(Route.duty(duty.id.rawValue))
        ) { html in
            html.span(
                .class("visually-hidden"), text: words("duty-status.\(occurrence.status.rawValue)") + ": ")
            html.text(duty.what?.text(in: languages)?.text.shortened(to: 90) ?? words("object.erased"))
        }
    }
}

/// GET /calendar?month=2027-01: one month of due dates.
struct CalendarPage: Page {
    let year: Int
    let month: Int
    let items: [CalendarItem]
    let today: CalendarDate
    let languages: [String]
    let isOpen: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (duties, today) = try await request.read { (try $0.duties(), $0.asOf.day) }
        let wanted = (request.query["month"] ?? "").split(separator: "-").compactMap { Int($0) }
        let isMonth = wanted.count == 2 && (1...12).contains(wanted[1]) && (1900...2200).contains(wanted[0])
        return request.page(
            Self(
                year: isMonth ? wanted[0] : today.year, month: isMonth ? wanted[1] : today.month,
                items: CalendarItem.all(duties), today: today, languages: request.languages,
                isOpen: request.viewer.audience <= .committee))
    }

    var part: SitePart { .calendar }
    func title(_ words: Words) -> String { words("calendar.title") }

    func main(_ html: inout HTML, _ words: Words) {
        if !isOpen { html.p(.class("note"), text: words("calendar.not-open")) }
        html.nav(.class("month-nav"), .ariaLabel(words("calendar.months"))) { html in
            html.a(.href(Route.calendar(month: Self.name(year, month - 1))), text: words("calendar.previous"))
            html.h2(text: words.month(year: year, month: month))
            html.a(.href(Route.calendar(month: Self.name(year, month + 1))), text: words("calendar.next"))
            html.a(.href(Route.calendar(month: nil)), text: words("calendar.today"))
            html.a(.href(Route.calendarList), text: words("calendar.list"))
        }
        grid(&html, words)
        CalendarSubscription().write(&html, words, isOpen: isOpen)
    }

    private static func name(_ year: Int, _ month: Int) -> String {
        let count = year * 12 + month - 1
        let (year, month) = (count / 12, count % 12 + 1)
        return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }

    private func grid(_ html: inout HTML, _ words: Words) {
        let days = CalendarDate.daysIn(month: month, of: year)
        // Monday first, as on the papers of the Organization.
        let lead = CalendarDate(year, month, 1).weekday.rawValue - 1
        html.div(.class("table-box")) { html in
            html.table(.class("month")) { html in
                html.caption(.class("visually-hidden"), text: words.month(year: year, month: month))
                html.thead { html in
                    html.tr { html in
                        for day in 1...7 { html.th(.scope("col"), text: words.shortWeekday(day)) }
                    }
                }
                html.tbody(.data("list")) { html in
                    for week in 0..<((lead + days + 6) / 7) {
                        html.tr { html in
                            for column in 0..<7 { cell(week * 7 + column - lead + 1, days, &html, words) }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ day: Int, _ days: Int, _ html: inout HTML, _ words: Words) {
        guard day >= 1, day <= days else { return html.td(.class("outside"), text: "") }
        let date = CalendarDate(year, month, day)
        let own = items.filter { $0.occurrence.lastDay == date }
        html.td(
            .class(date == today ? "today" : own.isEmpty ? "" : "has-items"),
            .when(date == today, .ariaCurrent("date"))
        ) { html in
            html.time(.class("day"), .datetime(date.description), text: words.number(day))
            if !own.isEmpty {
                html.ul { html in
                    for item in own { html.li { item.write(&$0, languages, words) } }
                }
            }
        }
    }
}

/// GET /calendar/list: the same as a list, month by month.
struct CalendarListPage: Page {
    let items: [CalendarItem]
    let today: CalendarDate
    let languages: [String]
    let isOpen: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (duties, today) = try await request.read { (try $0.duties(), $0.asOf.day) }
        return request.page(
            Self(
                items: CalendarItem.all(duties), today: today, languages: request.languages,
                isOpen: request.viewer.audience <= .committee))
    }

    var part: SitePart { .calendar }
    func title(_ words: Words) -> String { words("calendar.list") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("calendar.title"), route: .calendar(month: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        if !isOpen { html.p(.class("note"), text: words("calendar.not-open")) }
        if items.isEmpty, isOpen { html.p(.class("empty"), text: words("calendar.empty")) }
        let months = Dictionary(grouping: items) {
            $0.occurrence.lastDay.year * 12 + $0.occurrence.lastDay.month - 1
        }
        for key in months.keys.sorted(by: >) {
            html.section { html in
                html.h2(text: words.month(year: key / 12, month: key % 12 + 1))
                html.ul(.class("plain")) { html in
                    for item in months[key] ?? [] {
                        html.li(.data("row")) { html in
                            DeadlineMark(
                                due: item.occurrence.due, lastDay: item.occurrence.lastDay, today: today,
                                status: item.occurrence.status
                            ).write(&html, words)
                            html.text(" ")
                            StatusMark(status: item.occurrence.status).write(&html, words)
                            html.text(" ")
                            item.write(&html, languages, words)
                        }
                    }
                }
            }
        }
        CalendarSubscription().write(&html, words, isOpen: isOpen)
    }
}

/// How to subscribe: the address is made on the account page, since it is personal.
struct CalendarSubscription {
    func write(_ html: inout HTML, _ words: Words, isOpen: Bool) {
        guard isOpen else { return }
        html.p(.class("subscribe")) {
            $0.a(.href("\(Route.account.path)#feeds"), text: words("calendar.subscribe"))
        }
    }
}
