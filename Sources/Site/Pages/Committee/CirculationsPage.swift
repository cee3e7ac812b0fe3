import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /circulations: the papers before the Committee, those that run first; for Committee and secretariat alone.
struct CirculationsPage: Page {
    let circulations: [ItemView]
    let states: [String: String]
    let today: CalendarDate

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        guard request.viewer.audience == .committee else { throw Refusal("object.not-found", .notFound) }
        let languages = request.languages
        let page = try await request.read { reader in
            let all = try reader.items(.circulation)
            var states: [String: String] = [:]
            for code in Set(all.map(\.state)) { states[code] = try reader.stateName(code, languages) }
            let sorted = all.sorted { left, right in
                let isRunning = (left.value != "ended", right.value != "ended")
                if isRunning.0 != isRunning.1 { return isRunning.0 }
                return (left.text("deadline") ?? "", left.id) < (right.text("deadline") ?? "", right.id)
            }
            return Self(circulations: sorted, states: states, today: reader.asOf.day)
        }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("circulations.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("circulations.lead"))
        guard !circulations.isEmpty else {
            return html.p(.class("empty"), text: words("circulations.empty"))
        }
        html.div(.class("table-box")) { html in
            html.table(.class("table stacked")) { html in
                html.thead { html in
                    html.tr { html in
                        for key in ["symbol", "state", "deadline", "status"] {
                            html.th(.scope("col"), text: words("circulation.\(key)"))
                        }
                    }
                }
                html.tbody(.data("list")) { html in for one in circulations { row(one, &html, words) } }
            }
        }
    }

    private func row(_ one: ItemView, _ html: inout HTML, _ words: Words) {
        html.tr(.data("row")) { html in
            html.th(.scope("row")) { html in
                html.a(.href(Route.circulation(one.id)), text: one.text("symbol") ?? "–")
            }
            html.td(text: states[one.state] ?? one.state)
            html.td { CirculationDeadline(circulation: one, today: today).write(&$0, words) }
            html.td { html in
                let outcome = one.text("outcome").map { "circulation.outcome.\($0)" }
                html.text(words(outcome ?? "circulation.status.\(one.value ?? "running")"))
                if one.text("extended") == "yes" {
                    html.text(" ")
                    html.span(.class("tag"), text: words("circulation.was-extended"))
                }
            }
        }
    }
}

/// Until when members may object, with its distance while the paper runs.
struct CirculationDeadline {
    let circulation: ItemView
    let today: CalendarDate

    func write(_ html: inout HTML, _ words: Words) {
        guard let text = circulation.text("deadline"), let day = CalendarDate(text) else {
            return html.text("–")
        }
        let isNear = today.days(until: day) <= 3
        DeadlineMark(
            due: text, lastDay: day, today: today,
            status: circulation.value == "ended" ? .fulfilled : isNear ? .due : .upcoming
        ).write(&html, words)
    }
}
