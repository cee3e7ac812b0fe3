import HTML
import Mandate
import Registry
import Words

/// How a duty or one of its dates stands. The word says it; the sign before it only helps the eye.
struct StatusMark {
    let status: DutyStatus

    func write(_ html: inout HTML, _ words: Words) {
        html.span(.class("status status-\(status.rawValue)"), text: words("duty-status.\(status.rawValue)"))
    }
}

/// A date with its distance from today, and what made it.
struct DeadlineMark {
    let due: String
    let lastDay: CalendarDate
    let today: CalendarDate
    let status: DutyStatus

    func write(_ html: inout HTML, _ words: Words) {
        html.span(
            .class(
                status == .overdue
                    ? "deadline late"
                    : status == .due
                        ? "deadline soon" : status == .upcoming ? "deadline far" : "deadline settled")
        ) { html in
            html.time(.datetime(due), text: words.due(due))
            if status == .upcoming || status == .due || status == .overdue {
                html.text(" ")
                html.span(
                    .class("deadline-distance"),
                    text: words.deadline(days: today.days(until: lastDay)))
            }
        }
    }
}
