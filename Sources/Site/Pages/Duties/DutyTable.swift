import HTML
import Mandate
import Registry
import Words

/// Duties in a table: what, whose, when, how it stands, on which paragraph.
struct DutyTable {
    let duties: [DutyView]
    let languages: [String]
    /// For the distance of dates; nil leaves it out.
    let today: CalendarDate?

    func write(_ html: inout HTML, _ words: Words) {
        html.div(.class("table-box")) { html in
            html.table(.class("table stacked")) { html in
                html.thead { html in
                    html.tr { html in
                        for key in [
                            "duty.what", "duty.addressee", "duty.next-due", "duty.status", "duty.paragraph",
                        ] {
                            html.th(.scope("col"), text: words(key))
                        }
                    }
                }
                html.tbody(.data("list")) { html in for duty in duties { row(duty, &html, words) } }
            }
        }
    }

    private func row(_ duty: DutyView, _ html: inout HTML, _ words: Words) {
        html.tr(.data("row")) { html in
            html.th(.scope("row")) { html in
                html.a(.href(Route.duty(duty.id.rawValue))) { $0.wording(duty.what, languages, words) }
                if duty.stage == .proposed {
                    html.text(" ")
                    html.span(.class("tag"), text: words("duty.stage.proposed"))
                }
            }
            html.td { $0.wording(duty.addressee, languages, words) }
            html.td { html in
                // What is late comes before what lies ahead.
                if let late = duty.occurrences.first(where: { $0.status == .overdue }), let today {
                    DeadlineMark(due: late.due, lastDay: late.lastDay, today: today, status: .overdue)
                        .write(&html, words)
                } else if let next = duty.nextDue, let point = DuePoint(next), let today {
                    DeadlineMark(due: next, lastDay: point.lastDay, today: today, status: duty.status)
                        .write(&html, words)
                } else if let next = duty.nextDue {
                    html.time(.datetime(next), text: words.due(next))
                } else {
                    html.text("–")
                }
            }
            html.td { StatusMark(status: duty.status).write(&$0, words) }
            html.td { html in
                html.a(.href(Route.paragraph(duty.paragraph.rawValue)), text: words.paragraph(duty.address))
            }
        }
    }
}
