import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /notices/{id}: what will open to whom, item by item, and the State's answer to it.
struct NoticePage: Page {
    let notice: ItemView
    let state: String
    let items: [ItemView]
    let may: Set<String>
    let languages: [String]
    let today: CalendarDate
    let history: [EntryView]

    private static let acts: [any Act.Type] = [
        AgreeToOpening.self, DeclineOpening.self, WithholdItem.self,
    ]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let may = Set(acts.filter { request.may($0) }.map { $0.kind.rawValue })
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.item(.notice, id) else { return nil }
            let named = (one.detail["items"]?.array ?? []).compactMap(\.string)
            let found = try reader.items(ids: named)
            return Self(
                notice: one, state: try reader.stateName(one.state, languages),
                items: named.compactMap { id in found.first { $0.id == id } },
                may: reader.asOf.isPast || reader.viewer.state != one.state ? [] : may,
                languages: languages, today: reader.asOf.day,
                history: try reader.history(of: ObjectReference(Kind.Notice.type, id), limit: 50))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("notice.title", ["state": state]) }
    func breadcrumb(_ words: Words) -> [Crumb] { [Crumb(title: state, route: .state(notice.state))] }

    private var status: String { notice.value ?? "told" }
    private var audience: String { notice.text("audience") ?? Audience.unSystem.code }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { $0.span(.class("tag"), text: words("notice.status.\(status)")) }
        html.p(
            .class("lead"), text: words("notice.lead", ["audience": words("audience.\(audience)")]))
        if let text = notice.text("opensOn"), let day = CalendarDate(text) {
            html.p { html in
                html.text("\(words("notice.opens-on")) ")
                DeadlineMark(
                    due: text, lastDay: day, today: today,
                    status: status != "told" ? .fulfilled : today.days(until: day) <= 5 ? .due : .upcoming
                ).write(&html, words)
            }
        }
        table(&html, words)
        answers(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func table(_ html: inout HTML, _ words: Words) {
        if items.isEmpty { return html.p(.class("empty"), text: words("notice.empty")) }
        html.div(.class("table-box")) { html in
            html.table(.class("table stacked")) { html in
                html.caption(text: words("notice.items"))
                html.thead { html in
                    html.tr { html in
                        for key in ["item", "will-open", "withheld"] {
                            html.th(.scope("col"), text: words("notice.\(key)"))
                        }
                    }
                }
                html.tbody(.data("list")) { html in for item in items { row(item, &html, words) } }
            }
        }
    }

    private func row(_ item: ItemView, _ html: inout HTML, _ words: Words) {
        let opensTo = Audience(code: audience) ?? .unSystem
        let isClosed = item.reach?.withheldFrom.map { $0 <= opensTo } ?? false
        let isOpen = item.reach.map { $0.audience >= opensTo } ?? false
        html.tr(.data("row")) { html in
            html.th(.scope("row")) { ItemLine(item: item, languages: languages).write(&$0, words) }
            html.td(
                text: isClosed
                    ? words("notice.stays-closed")
                    : isOpen
                        ? words("notice.is-open", ["audience": words("audience.\(audience)")])
                        : status == "declined" ? words("notice.not-opening") : words("audience.\(audience)"))
            html.td { html in
                if let from = item.reach?.withheldFrom {
                    html.text(words("notice.withheld-from", ["audience": words("audience.\(from.code)")]))
                } else if may.contains("withhold-item"), ItemType.releasable.contains(item.type) {
                    let next = FormEncoding.encode(Route.notice(notice.id).path)
                    html.a(
                        .href("\(Route.withhold(item: item.id).path)&next=\(next)"),
                        text: words("withholding.ask"))
                } else {
                    html.text("–")
                }
            }
        }
    }

    private func answers(_ html: inout HTML, _ words: Words) {
        guard status == "told" else { return }
        let acts = ["agree-to-opening", "decline-opening"].filter(may.contains)
        guard !acts.isEmpty else {
            return html.p(.class("who-may"), text: words("notice.who-answers", ["state": state]))
        }
        let next = FormEncoding.encode(Route.notice(notice.id).path)
        html.p(.class("actions")) { html in
            for act in acts {
                html.a(
                    .class(act == "agree-to-opening" ? "button primary" : "button"),
                    .href("/acts/\(act)?notice=\(notice.id)&next=\(next)"), text: words("act.\(act)"))
            }
        }
    }
}
