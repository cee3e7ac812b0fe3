import HTML
import Mandate
import Registry
import Words

/// GET /mandate/paragraphs/{id}: one paragraph in every language at hand side by side, what was read from each,
/// what rests on it, what it cites and what cites it.
struct ParagraphPage: Page {
    let paragraph: ParagraphView
    let duties: [DutyView]
    let requirements: [RequirementView]
    let corrections: [CorrectionView]
    let divergences: [DivergenceView]
    let citedBy: [ParagraphView]
    let languages: [String]
    let mayPropose: Bool
    let maySettle: Bool
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = ParagraphID(try request.parameter("id"))
        let languages = request.languages
        let may = (request.may(ProposeDuty.self), request.may(SettleDivergence.self))
        let page = try await request.read { reader -> Self? in
            guard let paragraph = try reader.paragraph(id) else { return nil }
            let resolution = paragraph.resolution
            return Self(
                paragraph: paragraph, duties: try reader.duties(paragraph: id),
                requirements: try reader.requirements(restingOn: paragraph.symbol).filter {
                    $0.paragraphs.contains(paragraph.address)
                },
                corrections: try reader.corrections(of: resolution).filter { $0.paragraph == id },
                divergences: try reader.divergences(of: resolution).filter { $0.paragraph == id },
                citedBy: try reader.citing(symbol: paragraph.symbol).filter { $0.resolution != resolution },
                languages: languages, mayPropose: may.0, maySettle: may.1,
                history: try reader.history(
                    of: ObjectReference(Kind.Paragraph.type, id.rawValue), limit: 30))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .mandate }
    var paragraphs: [String] { [paragraph.address] }
    func title(_ words: Words) -> String { words.paragraph(paragraph.address) }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("mandate.title"), route: .mandate),
            Crumb(title: words.symbol(paragraph.symbol), route: .resolution(paragraph.resolution.rawValue)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        actions(&html, words)
        html.div(.class("languages")) { html in
            for text in paragraph.texts {
                html.section(.class("language")) { html in
                    html.h2(text: words("language.\(text.language)"))
                    html.blockquote(.class("as-adopted"), .lang(text.language)) { $0.p(text: text.text) }
                    ReadingFacts(text: text).write(&html, words)
                }
            }
        }
        for correction in corrections { CorrectionNote(correction: correction).write(&html, words) }
        differences(&html, words)
        resting(&html, words)
        citing(&html, words)
        HistoryList(entries: history).write(&html, words)
    }

    private func actions(_ html: inout HTML, _ words: Words) {
        guard mayPropose else { return }
        html.p(.class("actions")) { html in
            for act in ["propose-duty", "correct-reading", "note-divergence"] {
                html.a(
                    .class("button"), .href("/acts/\(act)?paragraph=\(paragraph.id)"),
                    text: words("act.\(act)"))
            }
        }
    }

    private func differences(_ html: inout HTML, _ words: Words) {
        guard !divergences.isEmpty else { return }
        html.section { html in
            html.h2(text: words("divergence.heading"))
            for one in divergences {
                html.div(.class(one.isSettled ? "note settled" : "note open")) { html in
                    html.p { html in
                        html.text("\(words("language.\(one.first.language)")): ")
                        html.q(.lang(one.first.language), text: one.first.words)
                        html.text(" · \(words("language.\(one.second.language)")): ")
                        html.q(.lang(one.second.language), text: one.second.words)
                    }
                    if let question = one.question { html.p(text: question) }
                    if one.isSettled {
                        html.p { html in
                            html.strong(text: words("divergence.settlement"))
                            html.text(" \(one.settlement ?? words("object.erased"))")
                        }
                    }
                    if maySettle {
                        html.p { html in
                            html.a(
                                .class("button"), .href("/acts/settle-divergence?divergence=\(one.id)"),
                                text: words("act.settle-divergence"))
                        }
                    }
                }
            }
        }
    }

    private func resting(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("paragraph.rests-on-this"))
            if duties.isEmpty, requirements.isEmpty {
                html.p(.class("nothing"), text: words("paragraph.nothing-rests"))
            }
            if !duties.isEmpty {
                html.h3(text: words("duties.title"))
                DutyTable(duties: duties, languages: languages, today: nil).write(&html, words)
            }
            if !requirements.isEmpty {
                html.h3(text: words("requirements.title"))
                html.ul { html in
                    for requirement in requirements {
                        html.li { html in
                            html.a(.href(Route.requirement(requirement.code))) { html in
                                html.wording(requirement.text, languages, words)
                            }
                        }
                    }
                }
            }
        }
    }

    private func citing(_ html: inout HTML, _ words: Words) {
        guard !citedBy.isEmpty else { return }
        html.section { html in
            html.h2(text: words("paragraph.cited-by", ["symbol": words.symbol(paragraph.symbol)]))
            html.ul(.class("columns")) { html in
                for one in citedBy {
                    html.li {
                        $0.a(.href(Route.paragraph(one.id.rawValue)), text: words.paragraph(one.address))
                    }
                }
            }
        }
    }
}
