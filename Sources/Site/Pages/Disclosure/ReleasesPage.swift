import Disclosure
import HTML
import Mandate
import Registry
import Words

/// GET /releases: what opened items to whom.
struct ReleasesPage: Page {
    let releases: [ReleaseView]
    let states: [String: String]
    /// Acts that this capacity may begin here.
    let acts: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try request.requireReachSeen()
        let languages = request.languages
        let possible: [any Act.Type] = [ReleaseItems.self, ReleaseOwn.self, ReleaseToNamed.self]
        let acts = possible.filter { request.may($0) }.map { act in
            let own = request.viewer.state.map { "?state=\($0)" } ?? ""
            return "\(act.kind.rawValue)\(own)"
        }
        let page = try await request.read { reader in
            let all = try reader.releases()
            var states: [String: String] = [:]
            for code in Set(all.map(\.state)) { states[code] = try reader.stateName(code, languages) }
            let order = try reader.places(ofStatesIn: languages)
            return Self(
                releases: all.stablySorted(by: { order[$0.state] ?? 0 }), states: states,
                acts: reader.asOf.isPast ? [] : acts)
        }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("releases.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("releases.lead"))
        if !acts.isEmpty {
            html.p(.class("actions")) { html in
                for act in acts {
                    html.a(
                        .class("button"), .href("/acts/\(act)"),
                        text: words("act.\(act.prefix { $0 != "?" })"))
                }
            }
        }
        if releases.isEmpty { return html.p(.class("empty"), text: words("releases.empty")) }
        html.ul(.class("plain")) { html in
            for one in releases {
                html.li(.data("row")) { html in
                    html.a(
                        .href(Route.release(one.id)),
                        text: words(
                            "release.line",
                            [
                                "state": states[one.state] ?? one.state,
                                "audience": words("audience.\(one.audience.code)"),
                            ]))
                    html.text(" \(words("release.count", ["count": one.items.count])) ")
                    html.span(
                        .class("tag"), text: words("release.status.\(one.isEnded ? "ended" : "open")"))
                }
            }
        }
    }
}

/// GET /releases/{id}.
struct ReleasePage: Page {
    let release: ReleaseView
    let items: [ItemView]
    let state: String
    let mayEnd: Bool
    let languages: [String]
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = try request.parameter("id")
        let languages = request.languages
        let may = request.may(EndRelease.self)
        let page = try await request.read { reader -> Self? in
            guard let one = try reader.release(id) else { return nil }
            let found = try reader.items(ids: one.items)
            // A Mission ends what its State opened, not what the Committee was consulted on.
            let isTheirs =
                reader.viewer.state == nil
                || reader.viewer.state == one.state && one.ground != "consultation"
            return Self(
                release: one, items: one.items.compactMap { id in found.first { $0.id == id } },
                state: try reader.stateName(one.state, languages),
                mayEnd: may && isTheirs && !one.isEnded && !reader.asOf.isPast, languages: languages,
                history: try reader.history(of: ObjectReference(Kind.Release.type, id), limit: 20))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String {
        words("release.line", ["state": state, "audience": words("audience.\(release.audience.code)")])
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("releases.title"), route: .releases)]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            let status = release.isEnded ? "ended" : "open"
            fact("release.status", words("release.status.\(status)"), &html, words)
            fact("release.ground", words("release.ground.\(release.ground)"), &html, words)
            if let day = release.consultedOn {
                fact("release.consulted", words.date(day), &html, words)
                fact("release.reference", release.reference ?? words("object.erased"), &html, words)
            }
        }
        if mayEnd {
            let next = FormEncoding.encode(Route.release(release.id).path)
            html.p(.class("actions")) { html in
                html.a(
                    .class("button"), .href("/acts/end-release?release=\(release.id)&next=\(next)"),
                    text: words("act.end-release"))
            }
        }
        html.section { html in
            html.h2(text: words("release.items"))
            html.ul(.class("plain")) { html in
                for item in items {
                    html.li(.data("row")) { html in
                        ItemLine(item: item, languages: languages).write(&html, words)
                        OpenToStrip(reach: item.reach, state: state).write(&html, words)
                    }
                }
            }
        }
        HistoryList(entries: history).write(&html, words)
    }

    private func fact(_ key: String, _ value: String, _ html: inout HTML, _ words: Words) {
        html.div { html in
            html.dt(text: words(key))
            html.dd(text: value)
        }
    }
}
