import Disclosure
import HTML
import Registry
import Words

/// GET /withholdings/new?item=ID: what a withholding would close, then its form.
struct WithholdPage: Page {
    let item: ItemView
    let state: String
    let preview: WithholdingPreview
    let form: ActForm
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = request.query["item"] ?? ""
        let languages = request.languages
        let form = try await request.form(
            WithholdItem.self,
            values: ["item": id, "next": request.query["next"] ?? Route.withholdings.path])
        let isAllowed = request.may(WithholdItem.self)
        let page = try await request.read { reader -> Self? in
            guard isAllowed, let item = try reader.item(id), item.state == reader.viewer.state,
                let preview = try reader.withholdingPreview(of: id)
            else { return nil }
            guard ItemType.releasable.contains(item.type) else {
                throw Refusal("withholding.not-item", .incomplete)
            }
            return Self(
                item: item, state: try reader.stateName(item.state, languages), preview: preview,
                form: form, languages: languages)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("withhold.title") }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("withholdings.title"), route: .withholdings)]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("act.withhold-item.help"))
        html.p { ItemLine(item: item, languages: languages).write(&$0, words) }
        OpenToStrip(reach: item.reach, state: state).write(&html, words)
        html.section { html in
            html.h2(text: words("withhold.preview"))
            table(&html, words)
        }
        form.write(&html, words)
    }

    private func table(_ html: inout HTML, _ words: Words) {
        html.p(text: words("withhold.preview-lead"))
        html.div(.class("table-box")) { html in
            html.table(.class("table")) { html in
                html.thead { html in
                    html.tr { html in
                        html.th(.scope("col"), text: words("withhold.item"))
                        html.th(.scope("col"), text: words("withhold.sees-now"))
                        for from in Audience.outside {
                            html.th(
                                .scope("col"),
                                text: words(
                                    "withhold.if-from", ["audience": words("audience.\(from.code)")]))
                        }
                    }
                }
                html.tbody(.data("list")) { html in
                    for one in preview.items { row(one, &html, words) }
                }
            }
        }
    }

    private func row(_ one: ItemView, _ html: inout HTML, _ words: Words) {
        html.tr(.data("row")) { html in
            html.th(.scope("row")) { html in
                ItemLine(item: one, languages: languages).write(&html, words)
                if one.id != item.id {
                    html.text(" ")
                    html.span(.class("field-note"), text: words("withhold.derives"))
                }
            }
            let now = preview.openTo[one.id] ?? []
            html.td(text: now.isEmpty ? words("withhold.nobody") : names(now, words))
            for from in Audience.outside {
                let closes = preview.closes(one.id, from: from)
                html.td(
                    text: closes.isEmpty
                        ? words("withhold.nothing-closes")
                        : words("withhold.closes", ["audiences": names(closes, words)]))
            }
        }
    }

    private func names(_ audiences: [Audience], _ words: Words) -> String {
        words.list(audiences.map { words("audience.\($0.code)") })
    }
}
