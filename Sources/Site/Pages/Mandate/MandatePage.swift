import HTML
import Registry
import Words

/// GET /mandate: every resolution that is registered, and how they follow one another.
struct MandatePage: Page {
    let resolutions: [ResolutionView]
    let successions: [SuccessionView]
    let languages: [String]
    let mayEnter: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (resolutions, successions) = try await request.read {
            (try $0.resolutions(), try $0.successions())
        }
        return request.page(
            Self(
                resolutions: resolutions, successions: successions, languages: request.languages,
                mayEnter: request.may(EnterResolution.self)))
    }

    var part: SitePart { .mandate }
    func title(_ words: Words) -> String { words("mandate.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("mandate.lead"))
        if mayEnter {
            html.p(.class("actions")) { html in
                html.a(
                    .class("button"), .href(Route.act("enter-resolution")),
                    text: words("act.enter-resolution"))
                html.a(
                    .class("button"), .href(Route.act("register-resolution")),
                    text: words("act.register-resolution"))
            }
        }
        if resolutions.isEmpty { html.p(.class("empty"), text: words("mandate.empty")) }
        html.div(.class("table-box")) { html in
            html.table(.class("table")) { html in
                html.thead { html in
                    html.tr { html in
                        html.th(.scope("col"), text: words("resolution.symbol"))
                        html.th(.scope("col"), text: words("resolution.title"))
                        html.th(.scope("col"), text: words("resolution.adopted"))
                        html.th(.scope("col"), text: words("resolution.languages"))
                        html.th(.scope("col"), .class("number"), text: words("resolution.operative"))
                    }
                }
                html.tbody(.data("list")) { html in
                    for resolution in resolutions { row(resolution, &html, words) }
                }
            }
        }
        SuccessionList(successions: successions, languages: languages, resolutions: resolutions)
            .write(&html, words)
    }

    private func row(_ resolution: ResolutionView, _ html: inout HTML, _ words: Words) {
        html.tr { html in
            html.th(.scope("row")) {
                $0.a(.href(Route.resolution(resolution.id.rawValue)), text: words.symbol(resolution.symbol))
            }
            html.td(text: resolution.title(in: languages))
            html.td { html in if let date = resolution.adoptedOn { html.date(date, words) } }
            html.td(
                text: resolution.operativeCount == 0
                    ? words("resolution.no-text")
                    : words.list(resolution.texts.map { words("language.\($0.language)") }))
            html.td(
                .class("number"),
                text: resolution.operativeCount == 0 ? "–" : String(resolution.operativeCount))
        }
    }
}

/// What later resolutions did to earlier ones.
struct SuccessionList {
    let successions: [SuccessionView]
    let languages: [String]
    let resolutions: [ResolutionView]

    func write(_ html: inout HTML, _ words: Words) {
        guard !successions.isEmpty else { return }
        html.section { html in
            html.h2(text: words("succession.heading"))
            html.ul(.class("plain")) { html in
                for one in successions { html.li { write(one, &$0, words) } }
            }
        }
    }

    private func write(_ one: SuccessionView, _ html: inout HTML, _ words: Words) {
        html.a(.href(Route.resolution(one.later.rawValue)), text: symbol(one.later, words))
        html.text(" \(words("succession.\(one.effect)")) ")
        html.a(.href(Route.resolution(one.earlier.rawValue)), text: symbol(one.earlier, words))
        html.text(" · \(words("succession.from", ["date": words.date(one.fromOn)]))")
        if let until = one.untilOn {
            html.text(" · \(words("succession.until", ["date": words.date(until)]))")
        }
        if let source = one.source { html.small(.class("source"), text: " \(source)") }
    }

    private func symbol(_ id: ResolutionID, _ words: Words) -> String {
        words.symbol(resolutions.first { $0.id == id }?.symbol ?? id.rawValue)
    }
}
