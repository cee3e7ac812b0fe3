import HTML
import Mandate
import Record
import Registry
import Words

/// GET / for auditors: how long the record is, what was signed last, what was done today, and where to check.
struct AuditorDesk: Page {
    let name: String
    let size: Int
    let last: (size: Int, at: String, note: String)?
    let acts: [(kind: ActKind, count: Int)]
    let today: CalendarDate

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let (size, acts, today) = try await request.read { reader in
            (
                try reader.entryCount(), try reader.entryCounts(EntryFilter(from: reader.asOf.day)),
                reader.asOf.day
            )
        }
        return request.page(
            Self(
                name: request.visitor?.name ?? "", size: size,
                last: try await request.site.registry.checkpoints(limit: 1).first, acts: acts, today: today))
    }

    var part: SitePart { .desk }
    func title(_ words: Words) -> String { words("desk.heading", ["name": name]) }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("desk.lead.auditor"))
        html.dl(.class("facts")) { html in
            html.div { html in
                html.dt(text: words("desk.log-size"))
                html.dd(text: words.number(size))
            }
            html.div { html in
                html.dt(text: words("desk.last-checkpoint"))
                html.dd { html in
                    guard let last else { return html.text(words("record.no-checkpoints")) }
                    html.a(
                        .href(Route.checkpoints), text: words("record.checkpoint-at", ["size": last.size]))
                    if let at = Instant(last.at) { html.text(" · \(words.time(at))") }
                }
            }
        }
        html.p(.class("actions")) { html in
            html.a(.class("button primary"), .href(Route.recordMatch), text: words("match.title"))
            html.a(.class("button"), .href(Route.recordVerify), text: words("record.how-to-verify"))
        }
        html.section { html in
            html.h2(text: words("desk.acts-today"))
            guard !acts.isEmpty else { return html.p(.class("empty"), text: words("desk.no-acts-today")) }
            html.dl(.class("facts")) { html in
                for one in acts { kind(one, &html, words) }
            }
        }
    }

    private func kind(_ one: (kind: ActKind, count: Int), _ html: inout HTML, _ words: Words) {
        let route = Route.recordOf(["kind": one.kind.rawValue, "from": today.description])
        html.div { html in
            html.dt { $0.a(.href(route), text: words("act.\(one.kind.rawValue)")) }
            html.dd(text: words.number(one.count))
        }
    }
}
