import HTML
import Words

/// GET /help: the keys, and where to read on.
struct HelpPage: Page {
    static func show(_ request: SiteRequest) async throws -> SiteResponse { request.page(HelpPage()) }

    var part: SitePart { .other }
    func title(_ words: Words) -> String { words("help.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(text: words("help.lead"))
        html.dl(.class("keys")) { html in
            for (key, what) in [
                ("/", "help.search"), ("?", "help.keys"), ("j", "help.down"), ("k", "help.up"),
                ("g d", "desk.title"), ("g m", "mandate.title"), ("g u", "duties.title"),
                ("g c", "calendar.title"), ("g s", "states.title"), ("g q", "requirements.title"),
                ("g r", "record.title"), ("g p", "people.title"),
            ] {
                html.div { html in
                    html.dt { $0.kbd(text: key) }
                    html.dd(text: words(what))
                }
            }
        }
    }
}

/// Something that cannot be shown or done: what, and what to do.
struct ProblemPage: Page {
    let problem: Problem

    var part: SitePart { .other }
    var isNarrow: Bool { true }
    func title(_ words: Words) -> String { problem.title(words) }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: problem.detail)
        html.p { $0.a(.href(Route.desk), text: words("problem.home")) }
    }
}
