import Disclosure
import HTML
import Mandate
import Record
import Registry
import Words

/// GET /: what is due, what waits for me, what changed.
struct DeskPage: Page {
    let capacity: Capacity?
    let name: String
    let pressing: [DutyView]
    let next: [DutyView]
    let proposed: [DutyView]
    let waiting: [(person: PersonView, grant: GrantView)]
    let unsettled: Int
    let recent: [EntryView]
    let since: Instant?
    let own: PersonID?
    let cases: CaseDesk?
    let rooms: RoomDesk?
    let resolutions: Int
    let states: Int
    let languages: [String]
    let today: CalendarDate

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let visitor = request.visitor
        if visitor?.capacity == .auditor { return try await AuditorDesk.show(request) }
        let languages = request.languages
        let since = try await request.lastLook()
        let page = try await request.read { reader -> Self in
            let duties = try reader.duties()
            let confirmed = duties.filter { $0.wasConfirmed }
            func dated(_ statuses: Set<DutyStatus>) -> [DutyView] {
                func first(_ duty: DutyView) -> String {
                    duty.occurrences.first { $0.status == .overdue }?.due ?? duty.nextDue ?? ""
                }
                return confirmed.filter { statuses.contains($0.status) && $0.nextDue != nil }
                    .sorted { (first($0), $0.id.rawValue) < (first($1), $1.id.rawValue) }
            }
            let mayConfirm = visitor?.capacity == .head || visitor?.capacity == .mission
            let people = mayConfirm ? try reader.people() : []
            let waiting = people.flatMap { person in
                person.capacities.filter { $0.stage == .waiting && person.id != visitor?.person }.map {
                    (person, $0)
                }
            }
            return Self(
                capacity: visitor?.capacity, name: visitor?.name ?? "",
                pressing: dated([.overdue, .due]), next: Array(dated([.upcoming]).prefix(8)),
                proposed: duties.filter { $0.stage == .proposed }, waiting: waiting,
                unsettled: try reader.unsettledDivergences(),
                recent: visitor == nil ? [] : try reader.history(limit: 8), since: since,
                own: visitor?.person,
                cases: try CaseDesk.read(reader, languages),
                rooms: try RoomDesk.read(reader, languages),
                resolutions: try reader.resolutions().count,
                states: try reader.states(orderedIn: "en").count, languages: languages, today: reader.asOf.day
            )
        }
        return request.page(page)
    }

    var part: SitePart { .desk }
    func title(_ words: Words) -> String {
        capacity == nil ? words("welcome.title") : words("desk.heading", ["name": name])
    }

    func main(_ html: inout HTML, _ words: Words) {
        guard let capacity else { return welcome(&html, words) }
        html.p(.class("lead"), text: words("desk.lead.\(capacity.rawValue)"))
        cases?.write(&html, words)
        rooms?.write(&html, words)
        list("desk.pressing", pressing, "desk.nothing-pressing", &html, words)
        if capacity == .head { proposals(&html, words) }
        confirmations(&html, words)
        if !next.isEmpty { list("desk.next", next, "desk.nothing-next", &html, words) }
        if unsettled > 0, capacity == .head || capacity == .expert {
            html.p(.class("note open")) {
                $0.a(.href(Route.mandate), text: words("desk.unsettled", ["count": unsettled]))
            }
        }
        if capacity == .expert, !proposed.isEmpty {
            html.p {
                $0.a(.href(Route.duties), text: words("desk.waiting-for-head", ["count": proposed.count]))
            }
        }
        changes(&html, words)
    }

    private func welcome(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("welcome.lead"))
        html.ul(.class("cards")) { html in
            card(.mandate, words("mandate.title"), words("welcome.mandate", ["count": resolutions]), &html)
            card(.requirements(theme: nil), words("requirements.title"), words("welcome.requirements"), &html)
            card(
                .states(region: nil), words("states.title"), words("welcome.states", ["count": states]), &html
            )
            card(.recordVerify, words("verify.title"), words("welcome.verify"), &html)
        }
        html.p { $0.a(.class("button primary"), .href(Route.signIn), text: words("sign-in.title")) }
    }

    private func card(_ route: Route, _ title: String, _ text: String, _ html: inout HTML) {
        html.li(.class("card")) { html in
            html.h2 { $0.a(.href(route), text: title) }
            html.p(text: text)
        }
    }

    private func list(
        _ heading: String, _ duties: [DutyView], _ empty: String, _ html: inout HTML, _ words: Words
    ) {
        let isInside = capacity.map { Viewer(person: "", capacity: $0).audience <= .committee } ?? false
        guard isInside else { return }
        html.section { html in
            html.h2(text: words(heading))
            guard !duties.isEmpty else { return html.p(.class("empty"), text: words(empty)) }
            DutyTable(duties: duties, languages: languages, today: today).write(&html, words)
        }
    }

    private func proposals(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("desk.to-confirm"))
            guard !proposed.isEmpty else {
                return html.p(.class("empty"), text: words("desk.nothing-to-confirm"))
            }
            DutyTable(duties: proposed, languages: languages, today: today).write(&html, words)
        }
    }

    private func confirmations(_ html: inout HTML, _ words: Words) {
        guard !waiting.isEmpty else { return }
        html.section { html in
            html.h2(text: words("desk.capacities-waiting"))
            html.ul(.class("plain")) { html in
                for one in waiting {
                    html.li { html in
                        html.a(
                            .href(Route.person(one.person.id.rawValue)),
                            text: one.person.name ?? words("object.erased"))
                        html.text(" · \(words("capacity.\(one.grant.capacity.rawValue)"))")
                    }
                }
            }
        }
    }

    private func changes(_ html: inout HTML, _ words: Words) {
        guard !recent.isEmpty else { return }
        html.section { html in
            html.h2(text: words("desk.recent"))
            html.ol(.class("entries")) { html in
                let list = HistoryList(entries: recent, since: since, own: own)
                for entry in recent { html.li { list.line(entry, &$0, words) } }
            }
        }
    }
}
