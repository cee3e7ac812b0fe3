import HTML
import Registry
import Words

/// GET /requirements: what States themselves must do, by theme, each with the paragraph it rests on.
struct RequirementsPage: Page {
    let groups: [(theme: NamedView, requirements: [RequirementView])]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let chosen = request.query["theme"]
        let (themes, all) = try await request.read { (try $0.themes(), try $0.requirements(theme: chosen)) }
        let groups = themes.compactMap { theme -> (theme: NamedView, requirements: [RequirementView])? in
            let own = all.filter { $0.theme == theme.code }
            return own.isEmpty ? nil : (theme, own)
        }
        return request.page(Self(groups: groups, languages: request.languages))
    }

    var part: SitePart { .requirements }
    func title(_ words: Words) -> String { words("requirements.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.p(.class("lead"), text: words("requirements.lead"))
        if groups.isEmpty { html.p(.class("empty"), text: words("requirements.empty")) }
        for group in groups {
            html.section(.id("theme-\(group.theme.code)")) { html in
                html.h2 { $0.wording(group.theme.name, languages, words) }
                RequirementTable(requirements: group.requirements, languages: languages).write(&html, words)
            }
        }
    }
}

/// Requirements with their paragraphs, and which of those are uncertain.
struct RequirementTable {
    let requirements: [RequirementView]
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        html.div(.class("table-box")) { html in
            html.table(.class("table stacked")) { html in
                html.thead { html in
                    html.tr { html in
                        html.th(.scope("col"), text: words("requirement.code"))
                        html.th(.scope("col"), text: words("requirement.text"))
                        html.th(.scope("col"), text: words("requirement.force"))
                        html.th(.scope("col"), text: words("requirement.paragraphs"))
                    }
                }
                html.tbody(.data("list")) { html in for one in requirements { row(one, &html, words) } }
            }
        }
    }

    private func row(_ one: RequirementView, _ html: inout HTML, _ words: Words) {
        html.tr(.data("row")) { html in
            html.td(.class("code"), text: one.code)
            html.th(.scope("row")) { html in
                html.a(.href(Route.requirement(one.code))) { $0.wording(one.text, languages, words) }
            }
            html.td(text: words("force.\(one.force)"))
            html.td { html in
                html.paragraphLinks(one.paragraphs, words)
                if one.certainty == "uncertain" {
                    html.span(.class("tag assumption"), text: words("requirement.uncertain"))
                }
            }
        }
    }
}

/// GET /requirements/{code}.
struct RequirementPage: Page {
    let requirement: RequirementView
    let theme: LocalizedWording?
    let resting: [ParagraphView]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let code = try request.parameter("id")
        let languages = request.languages
        let page = try await request.read { reader -> Self? in
            guard let requirement = try reader.requirement(code) else { return nil }
            let ids = requirement.paragraphs.compactMap { ParagraphID.at(address: $0) }
            return Self(
                requirement: requirement, theme: try reader.names(of: "theme")[requirement.theme],
                resting: try reader.paragraphs(ids), languages: languages)
        }
        guard let page else { throw Refusal("object.not-found", .notFound) }
        return request.page(page)
    }

    var part: SitePart { .requirements }
    var paragraphs: [String] { requirement.paragraphs }
    func title(_ words: Words) -> String { requirement.text.text(in: languages)?.text ?? requirement.code }
    func breadcrumb(_ words: Words) -> [Crumb] {
        [Crumb(title: words("requirements.title"), route: .requirements(theme: nil))]
    }

    func main(_ html: inout HTML, _ words: Words) {
        html.dl(.class("facts")) { html in
            html.div { html in
                html.dt(text: words("requirement.code"))
                html.dd(text: requirement.code)
            }
            html.div { html in
                html.dt(text: words("requirement.theme"))
                html.dd { html in
                    html.a(.href(Route.requirements(theme: requirement.theme))) {
                        $0.wording(theme, languages, words)
                    }
                }
            }
            html.div { html in
                html.dt(text: words("requirement.force"))
                html.dd(text: words("force.\(requirement.force)"))
            }
        }
        if requirement.certainty == "uncertain" {
            html.p(.class("note open"), text: words("requirement.uncertain-note"))
        }
        html.section { html in
            html.h2(text: words("requirement.rests-on"))
            html.paragraphLinks(requirement.paragraphs, words)
            for paragraph in resting {
                guard
                    let text = paragraph.texts.first(where: { languages.contains($0.language) })
                        ?? paragraph.texts.first
                else { continue }
                html.blockquote(.class("as-adopted"), .lang(text.language)) { html in
                    html.p { html in
                        html.strong(text: "\(words.paragraph(paragraph.address)) ")
                        html.text(text.text)
                    }
                }
            }
        }
    }
}
