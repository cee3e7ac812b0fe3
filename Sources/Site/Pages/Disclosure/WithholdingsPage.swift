import Disclosure
import HTML
import Registry
import Words

extension SiteRequest {
    /// Those alone who may see how far things are open: Directorate, Committee, the State concerned.
    func requireReachSeen() throws {
        guard seesReach else { throw Refusal("object.not-found", .notFound) }
    }

    var seesReach: Bool { viewer.audience <= .committee || viewer.state != nil }
}

/// GET /withholdings: what States asked to keep confidential.
struct WithholdingsPage: Page {
    let withholdings: [WithholdingView]
    let items: [String: ItemView]
    let states: [String: String]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try request.requireReachSeen()
        let languages = request.languages
        let page = try await request.read { reader in
            let all = try reader.withholdings()
            let items = try reader.items(ids: Array(Set(all.map(\.item))).sorted())
            var states: [String: String] = [:]
            for code in Set(all.map(\.state)) { states[code] = try reader.stateName(code, languages) }
            let order = try reader.places(ofStatesIn: languages)
            return Self(
                withholdings: all.stablySorted(by: { order[$0.state] ?? 0 }),
                items: Dictionary(items.map { ($0.id, $0) }) { first, _ in first },
                states: states, languages: languages)
        }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("withholdings.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("withholdings.lead"))
        guard !withholdings.isEmpty else {
            return html.p(.class("empty"), text: words("withholdings.empty"))
        }
        html.ul(.class("plain")) { html in
            for one in withholdings {
                html.li(.data("row")) { html in
                    html.a(
                        .href(Route.withholding(one.id)),
                        text: words(
                            "withholding.line",
                            [
                                "state": states[one.state] ?? one.state,
                                "audience": words("audience.\(one.from.code)"),
                            ]))
                    html.text(" ")
                    WithholdingStatus(withholding: one).write(&html, words)
                    html.text(" ")
                    if let item = items[one.item] {
                        ItemLine(item: item, languages: languages).write(&html, words)
                    }
                }
            }
        }
    }
}

/// GET /withholdings/{id}.
struct WithholdingPage: Page {
    let withholding: WithholdingView
    let item: ItemView?
    let state: String
    let mayLift: Bool
    let languages: [String]
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let may = request.may(LiftWithholding.self)
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.withholding(id) else { return nil }
            return Self(
                withholding: one, item: try reader.item(one.item),
                state: try reader.stateName(one.state, languages),
                mayLift: may && !one.isLifted && !reader.asOf.isPast && reader.viewer.state == one.state,
                languages: languages,
                history: try reader.history(of: ObjectReference(Kind.Withholding.type, id), limit: 20))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String {
        words(
            "withholding.line",
            ["state": state, "audience": words("audience.\(withholding.from.code)")])
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("withholdings.title"), route: .withholdings)]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("standing")) { WithholdingStatus(withholding: withholding).write(&$0, words) }
        if let item {
            html.p { ItemLine(item: item, languages: languages).write(&$0, words) }
            OpenToStrip(reach: item.reach, state: state).write(&html, words)
        }
        if withholding.reason != nil {
            html.p(.class("note")) { $0.wording(withholding.reason, languages, words) }
        }
        if mayLift {
            let next = FormEncoding.encode(Route.withholding(withholding.id).path)
            html.p(.class("actions")) { html in
                html.a(
                    .class("button"),
                    .href("/acts/lift-withholding?withholding=\(withholding.id)&next=\(next)"),
                    text: words("act.lift-withholding"))
            }
        } else if !withholding.isLifted {
            html.p(.class("who-may"), text: words("withholding.who-lifts", ["state": state]))
        }
        HistoryList(entries: history).write(&html, words)
    }
}

/// Whether a withholding stands.
struct WithholdingStatus {
    let withholding: WithholdingView

    func write(_ html: inout HTML, _ words: Words) {
        html.span(
            .class("tag"),
            text: words("withholding.status.\(withholding.isLifted ? "lifted" : "standing")"))
    }
}
