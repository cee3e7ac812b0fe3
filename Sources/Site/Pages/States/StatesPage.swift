import HTML
import Registry
import Words

/// GET /states: every State by the order of its name in the reader's language; `?region=` narrows it.
struct StatesPage: Page {
    let states: [NamedView]
    let regions: [NamedView]
    let chosen: String?
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let chosen = request.query["region"].flatMap { $0.isEmpty ? nil : $0 }
        let languages = request.languages
        let (states, regions) = try await request.read {
            (try $0.states(orderedIn: languages[0], region: chosen), try $0.regions())
        }
        return request.page(Self(states: states, regions: regions, chosen: chosen, languages: languages))
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { words("states.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.form(.class("filter"), .method("get"), .action(Route.states(region: nil))) { html in
            html.label(.for("region"), text: words("states.region"))
            html.select(.class("input short"), .id("region"), .name("region")) { html in
                html.option(.value(""), text: words("states.all-regions"))
                for region in regions {
                    html.option(
                        .value(region.code), .selected(region.code == chosen),
                        text: region.name.text(in: languages)?.text ?? region.code)
                }
            }
            html.button(.type("submit"), .class("button"), text: words("form.show"))
        }
        html.p(.class("count"), text: words("states.count", ["count": states.count]))
        if states.isEmpty { html.p(.class("empty"), text: words("states.empty")) }
        html.ul(.class("columns states")) { html in
            for state in states {
                html.li(.data("row")) { html in
                    html.a(.href(Route.state(state.code))) { $0.wording(state.name, languages, words) }
                }
            }
        }
    }
}

/// GET /states/{code}: one State: the whole dialogue with it, its place, and what is asked of every State.
struct StatePage: Page {
    let state: NamedView
    let regions: [NamedView]
    let groups: [(theme: NamedView, requirements: [RequirementView])]
    let dialogue: StateDialogue
    /// For the State's own people.
    let standing: StateStanding?
    let languages: [String]
    /// For heads: the way to what others see of the State.
    let mayPreview: Bool
    /// For those who may open an assessment, where none is under way.
    let mayOpen: Bool

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let mayPreview = request.may(PreviewAudience.self)
        let mayOpen = request.may(OpenAssessment.self)
        let page = try await request.read { reader -> Self? in
            guard let state = try reader.state(code) else { return nil }
            let all = try reader.requirements()
            let dialogue = try StateDialogue.read(reader, code, languages)
            return Self(
                state: state, regions: try reader.regions().filter { state.related.contains($0.code) },
                groups: try reader.themes().map { theme in
                    (theme: theme, requirements: all.filter { $0.theme == theme.code })
                }.filter { !$0.requirements.isEmpty },
                dialogue: dialogue,
                standing: try StateStanding.read(reader, code, languages), languages: languages,
                mayPreview: mayPreview && !reader.asOf.isPast,
                mayOpen: mayOpen && !reader.asOf.isPast
                    && dialogue.assessments.allSatisfy { $0.stage == .closed })
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .states }
    func title(_ words: Words) -> String { state.name.text(in: languages)?.text ?? state.code }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("states.title"), route: .states(region: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        standing?.write(&html, words)
        dialogue.write(&html, words)
        if mayPreview || mayOpen {
            html.p(.class("actions")) { html in
                if mayOpen {
                    let form = "\(Route.act(OpenAssessment.kind.rawValue).path)?state=\(state.code)"
                    html.a(.class("button"), .href(form), text: words("act.open-assessment"))
                }
                guard mayPreview else { return }
                html.a(
                    .class("button"), .href(Route.preview(state.code)), text: words("act.preview-audience"))
            }
        }
        html.section(.class("section")) { html in
            html.div(.class("section-head")) { $0.h2(text: words("state.about")) }
            facts(&html, words)
        }
        requirements(&html, words)
        AsOfForm().write(&html, words)
    }

    private func facts(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            html.div { html in
                html.dt(text: words("state.code"))
                html.dd(text: state.code)
            }
            html.div { html in
                html.dt(text: words("states.region"))
                html.dd { html in
                    for region in regions {
                        html.div {
                            $0.a(.href(Route.states(region: region.code))) {
                                $0.wording(region.name, languages, words)
                            }
                        }
                    }
                }
            }
            html.div { html in
                html.dt(text: words("state.names"))
                html.dd { html in
                    for (language, name) in state.name.texts.sorted(by: { $0.key < $1.key }) {
                        html.div(.class("name")) { html in
                            html.span(.class("language-name"), text: words("language.\(language)"))
                            html.text(" ")
                            html.bdi(.lang(language), text: name)
                        }
                    }
                }
            }
        }
    }

    private func requirements(_ html: inout HTML, _ words: Words) {
        html.section { html in
            html.h2(text: words("state.requirements"))
            html.p(.class("lead"), text: words("state.requirements-lead"))
            for group in groups {
                html.details { html in
                    html.summary { html in
                        html.wording(group.theme.name, languages, words)
                        html.text(" ")
                        html.span(.class("count"), text: words.number(group.requirements.count))
                    }
                    RequirementTable(requirements: group.requirements, languages: languages).write(
                        &html, words)
                }
            }
        }
    }
}

/// GET /entities/{code}: an entity of the machinery's surroundings.
struct EntityPage: Page {
    let entity: NamedView
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        guard let entity = try await request.read({ try $0.entities().first { $0.code == code } }) else {
            throw Refusal("object.not-found", .notFound)
        }
        return request.page(Self(entity: entity, languages: request.languages))
    }

    var part: SitePart { .other }
    func title(_ words: Words) -> String { entity.name.text(in: languages)?.text ?? entity.code }

    func main(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            for key in ["unSystem", "compact"] {
                html.div { html in
                    html.dt(text: words("entity.\(key)"))
                    html.dd(text: words(entity.details[key] == "yes" ? "answer.yes" : "answer.no"))
                }
            }
        }
    }
}
