import Disclosure
import HTML
import Record
import Registry
import Words

/// GET and POST /states/{code}/as: a head looks at what another audience sees of a State. Only what was sent is
/// shown, no act is offered, and the record says that somebody looked.
struct PreviewPage: Page {
    let state: NamedView
    let languages: [String]
    let mark: String
    /// Nil until an audience is chosen.
    let chosen: String?
    let assessments: [AssessmentView]
    let groups: [(type: ItemType, items: [ItemView])]

    static let audiences = [
        "state", "committee", "un-system", "states-and-partners", "researchers", "public",
    ]
    private static let shown: [ItemType] = [
        .overview, .finding, .recommendation, .position, .followUp, .observation, .answer, .rating, .measure,
    ]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        try allow(request)
        return try await answer(request, nil)
    }

    static func perform(_ request: SiteRequest) async throws -> SiteResponse {
        let typed = try request.form()
        let visitor = try request.signedIn()
        try request.checkMark(typed["csrf"])
        try allow(request)
        let code = try request.parameter("id")
        let audience = typed["audience"] ?? ""
        _ = try await request.site.registry.perform(
            ActCall(
                PreviewAudience.kind, ["state": .string(code), "audience": .string(audience)],
                by: visitor.performer(via: .page)))
        return try await answer(request, audience)
    }

    private static func allow(_ request: SiteRequest) throws {
        _ = try request.signedIn()
        guard request.may(PreviewAudience.self) else {
            throw Refusal("act.not-allowed", .notAllowed, ["capacities": request.words("capacity.head")])
        }
    }

    private static func answer(_ request: SiteRequest, _ chosen: String?) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let mark = request.mark
        guard let state = try await request.read({ try $0.state(code) }) else {
            throw Refusal("object.not-found", .notFound)
        }
        let preview: Viewer.Preview? =
            chosen == "state" ? .state(code) : chosen.flatMap { Audience(code: $0) }.map { .audience($0) }
        guard let preview else {
            return request.page(
                Self(
                    state: state, languages: languages, mark: mark, chosen: nil, assessments: [], groups: []))
        }
        let page = try await request.site.registry.read(for: Viewer(previewing: preview)) { reader in
            let items = try reader.items(ofTypes: shown, state: code)
            return Self(
                state: state, languages: languages, mark: mark, chosen: chosen,
                assessments: try reader.assessments(state: code),
                groups: shown.map { type in (type: type, items: items.filter { $0.type == type }) }
                    .filter { !$0.items.isEmpty })
        }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String {
        words("preview.title", ["state": state.name.text(in: languages)?.text ?? state.code])
    }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [
            Crumb(title: words("states.title"), route: .states(region: nil)),
            Crumb(title: state.name.text(in: languages)?.text ?? state.code, route: .state(state.code)),
        ]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("preview.lead"))
        html.form(
            .class("inline-form"), .method("post"), .action(Route.preview(state.code).path)
        ) { html in
            html.input(.type("hidden"), .name("csrf"), .value(mark))
            html.label(.for("audience"), text: words("preview-audience.audience"))
            html.select(.class("input short"), .id("audience"), .name("audience"), .required()) { html in
                html.option(.value(""), text: words("form.choose"))
                for code in Self.audiences {
                    html.option(
                        .value(code), .selected(code == chosen), text: words("audience.\(code)"))
                }
            }
            html.button(.type("submit"), .class("button"), text: words("form.show"))
        }
        guard let chosen else { return }
        html.p(
            .class("note open"),
            text: words("preview.shown", ["audience": words("audience.\(chosen)")]))
        if assessments.isEmpty, groups.isEmpty {
            html.p(.class("empty"), text: words("preview.nothing"))
        }
        for assessment in assessments {
            html.p { html in
                html.text(words("preview.assessment", ["cycle": assessment.cycle]))
                html.text(" · ")
                html.text(words("assessment.stage.\(assessment.stage.rawValue)"))
            }
        }
        for group in groups {
            html.section { html in
                html.h2 { html in
                    html.text(words("type.\(group.type.rawValue)").capitalised)
                    html.text(" ")
                    html.span(.class("count"), text: words.number(group.items.count))
                }
                html.ul(.class("plain")) { html in
                    for item in group.items { html.li { line(item, &$0, words) } }
                }
            }
        }
    }

    /// In words and without a link, which would lead to the head's own view.
    private func line(_ item: ItemView, _ html: inout HTML, _ words: Words) {
        let about = [item.requirement, item.question].filter { !$0.isEmpty }.joined(separator: " ")
        if !about.isEmpty { html.span(.class("tag"), text: about) }
        html.text(" ")
        if let text = item.body?.text(in: languages), let plain = item.plainWords(languages) {
            html.span(.lang(text.language), text: plain.shortened(to: 300))
        } else if let value = item.value, words.has("choice.\(value)") {
            html.text(words("choice.\(value)"))
        }
    }
}
