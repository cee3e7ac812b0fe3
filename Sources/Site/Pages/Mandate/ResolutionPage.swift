import HTML
import Mandate
import Record
import Registry
import Words

/// GET /mandate/{id}: the text as adopted on the left, paragraph by paragraph; on the right what was read from
/// it and what rests on it.
struct ResolutionPage: Page {
    let resolution: ResolutionView
    let texts: [ParagraphView]
    let duties: [ParagraphID: [DutyView]]
    let requirements: [String: [RequirementView]]
    let corrections: [ParagraphID: [CorrectionView]]
    let divergences: [ParagraphID: [DivergenceView]]
    /// The languages whose texts are shown.
    let shown: [String]
    let languages: [String]
    let mayPropose: Bool
    /// How many duties the reading proposes for paragraphs that have none.
    let proposals: Int
    let csrf: String
    let history: [EntryView]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let id = ResolutionID(try request.parameter("id"))
        let wanted = request.query["text"]
        let languages = request.languages
        let mayPropose = request.may(ProposeDuty.self)
        let csrf = request.mark
        let page = try await request.read { reader -> Self? in
            guard let resolution = try reader.resolution(id) else { return nil }
            let all = resolution.texts.map(\.language)
            let best = languages.first { all.contains($0) } ?? all.first
            let shown =
                wanted == "all"
                ? all : [wanted.flatMap { all.contains($0) ? $0 : nil } ?? best].compactMap { $0 }
            var requirements: [String: [RequirementView]] = [:]
            for requirement in try reader.requirements(restingOn: resolution.symbol) {
                for address in requirement.paragraphs {
                    requirements[address, default: []].append(requirement)
                }
            }
            return Self(
                resolution: resolution, texts: try reader.paragraphs(of: id),
                duties: Dictionary(grouping: try reader.duties(resolution: id)) { $0.paragraph },
                requirements: requirements,
                corrections: Dictionary(grouping: try reader.corrections(of: id)) { $0.paragraph },
                divergences: Dictionary(grouping: try reader.divergences(of: id)) { $0.paragraph },
                shown: shown, languages: languages, mayPropose: mayPropose,
                proposals: mayPropose ? try reader.proposals(from: id).count : 0, csrf: csrf,
                history: try reader.history(
                    of: ObjectReference(Kind.Resolution.type, id.rawValue), limit: 20))
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .mandate }
    func title(_ words: Words) -> String {
        words("resolution.heading", ["symbol": words.symbol(resolution.symbol)])
    }
    func breadcrumb(_ words: Words) -> [Crumb] { [Crumb(title: words("mandate.title"), route: .mandate)] }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: resolution.title(in: languages))
        facts(&html, words)
        languageChoice(&html, words)
        warnings(&html, words)
        proposing(&html, words)
        if texts.isEmpty { html.p(.class("empty"), text: words("resolution.no-text-yet")) }
        part("PP", "resolution.preamble", &html, words)
        part("OP", "resolution.operative-part", &html, words)
        HistoryList(entries: history).write(&html, words)
    }

    /// POST /mandate/{id}/proposals: proposes what the reading found, one duty a paragraph, all or none.
    static func propose(_ request: SiteRequest) async throws -> SiteResponse {
        let id = ResolutionID(try request.parameter("id"))
        let visitor = try request.signedIn()
        try request.checkMark(try request.form()["csrf"])
        guard request.may(ProposeDuty.self) else { throw Refusal("act.not-allowed", .notAllowed) }
        let proposals = try await request.read { try $0.proposals(from: id) }
        let performer = visitor.performer(via: .page)
        let calls = proposals.prefix(Registry.mostInOneTransaction).map {
            ActCall(ProposeDuty.kind, $0.fields, by: performer)
        }
        _ = try await request.site.registry.perform(all: Array(calls))
        return SiteResponse.redirect(to: .resolution(id.rawValue)).settingCookie("done", "propose-duty~")
    }

    private func proposing(_ html: inout HTML, _ words: Words) {
        guard mayPropose, proposals > 0 else { return }
        html.form(
            .class("note open"), .method("post"), .action("/mandate/\(resolution.id)/proposals"),
            .data("once")
        ) { html in
            html.p(text: words("resolution.proposals", ["count": proposals]))
            html.input(.type("hidden"), .name("csrf"), .value(csrf))
            html.button(.type("submit"), .class("button"), text: words("resolution.propose-all"))
        }
    }

    private func facts(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            if let adopted = resolution.adoptedOn {
                html.div { html in
                    html.dt(text: words("resolution.adopted"))
                    html.dd { $0.date(adopted, words) }
                }
            }
            html.div { html in
                html.dt(text: words("resolution.source"))
                html.dd { html in
                    for text in resolution.texts {
                        let official = text.isOfficial ? "resolution.official" : "resolution.unofficial"
                        html.div(
                            text: "\(words("language.\(text.language)")): \(text.source) (\(words(official)))"
                        )
                    }
                }
            }
        }
    }

    private func languageChoice(_ html: inout HTML, _ words: Words) {
        guard resolution.texts.count > 1 else { return }
        html.nav(.class("choice"), .ariaLabel(words("resolution.text-language"))) { html in
            for text in resolution.texts {
                let isShown = shown == [text.language]
                html.a(
                    .href("\(Route.resolution(resolution.id.rawValue).path)?text=\(text.language)"),
                    .when(isShown, .ariaCurrent("true")), text: words("language.\(text.language)"))
            }
            html.a(
                .href("\(Route.resolution(resolution.id.rawValue).path)?text=all"),
                .when(shown.count > 1, .ariaCurrent("true")), text: words("resolution.side-by-side"))
        }
    }

    private func warnings(_ html: inout HTML, _ words: Words) {
        let lines = resolution.texts.filter { shown.contains($0.language) }.flatMap { text in
            text.warnings.map {
                (text.language, $0["line"]?.int ?? 0, $0["code"]?.string ?? "", $0["message"]?.string ?? "")
            }
        }
        guard !lines.isEmpty else { return }
        html.details(.class("warnings")) { html in
            html.summary(text: words("resolution.warnings", ["count": lines.count]))
            html.ul { html in
                for (language, line, _, message) in lines {
                    html.li { html in
                        html.text(
                            words(
                                "resolution.warning-line",
                                ["line": line, "language": words("language.\(language)")]))
                        html.text(" ")
                        html.span(.lang("en"), text: message)
                    }
                }
            }
        }
    }

    private func part(_ part: String, _ heading: String, _ html: inout HTML, _ words: Words) {
        let own = texts.filter { $0.part == part }
        guard !own.isEmpty else { return }
        html.section(.class("mandate-part")) { html in
            html.h2(text: words(heading))
            for paragraph in own {
                MandateRow(
                    paragraph: paragraph, shown: shown, duties: duties[paragraph.id] ?? [],
                    requirements: requirements[paragraph.address] ?? [],
                    corrections: corrections[paragraph.id] ?? [],
                    divergences: divergences[paragraph.id] ?? [],
                    languages: languages, mayPropose: mayPropose
                ).write(&html, words)
            }
        }
    }
}
