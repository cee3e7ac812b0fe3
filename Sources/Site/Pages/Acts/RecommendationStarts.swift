import HTML
import Pack
import Record
import Registry
import Words

/// Beside the form of a recommendation: what the State was recommended before, and texts to begin from.
struct RecommendationStarts: Sendable {
    let similar: [SimilarRecommendation]
    let texts: [Pack.StandardText]
    let values: [String: String]
    let languages: [String]

    /// Nil for any other form.
    static func read(_ form: ActForm, _ request: SiteRequest) async throws -> RecommendationStarts? {
        guard form.act.kind == ProposeRecommendation.kind, let id = form.values["assessment"], !id.isEmpty
        else { return nil }
        let (values, languages) = (form.values, request.languages)
        return try await request.read { reader in
            let requirement = values["requirement"] ?? ""
            let theme = reader.pack?.requirements.first { $0.code == requirement }?.theme
            let texts = reader.pack?.standardTexts ?? []
            return Self(
                similar: try reader.similarRecommendations(
                    in: AssessmentID(id), requirement: requirement,
                    texts: values.filter { $0.key.hasPrefix("text.") }.map(\.value)),
                texts: texts.filter { theme == nil || $0.theme == theme }, values: values,
                languages: languages)
        }
    }

    func write(_ html: inout HTML, _ words: Words) {
        html.add(
            Section(words("starts.similar"), id: "similar") { html in
                if similar.isEmpty { html.p(.class("empty"), text: words("starts.no-similar")) }
                html.ul(.class("plain")) { html in
                    for one in similar { html.li { line(one, &$0, words) } }
                }
            })
        guard !texts.isEmpty else { return }
        html.add(
            Section(words("starts.texts"), id: "standard-texts") { html in
                html.p(.class("about"), text: words("starts.texts-lead"))
                html.ul(.class("plain")) { html in
                    for text in texts {
                        html.li { html in
                            html.text(text.text.in(languages.first ?? "en") + " ")
                            html.a(
                                .href(address(of: text)), .ariaLabel("\(words("starts.take")): \(text.code)"),
                                text: words("starts.take"))
                        }
                    }
                }
            })
    }

    private func line(_ one: SimilarRecommendation, _ html: inout HTML, _ words: Words) {
        html.add(Link(one.item.label(languages, words), href: one.item.route.path))
        var said = [one.item.requirement]
        if let cycle = one.cycle { said.append(words("case.title", ["cycle": cycle])) }
        if one.shared > 0 { said.append(words("starts.shared", ["share": words.percent(one.shared)])) }
        html.text(" ")
        html.span(.class("count"), text: said.joined(separator: " · "))
    }

    /// The form again, with the text in its boxes and what was chosen before.
    private func address(of text: Pack.StandardText) -> String {
        var fields = values.filter { name, value in
            !value.isEmpty && !name.hasPrefix("text.") && !["csrf", "idempotency-key", "next"].contains(name)
        }
        for language in ["en", "zh-Hans"] { fields["text.\(language)"] = text.text.values[language] }
        if let next = values["next"] { fields["next"] = next }
        let pairs = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(FormEncoding.encode($0.value))" }
        return "\(Route.act(ProposeRecommendation.kind.rawValue).path)?\(pairs.joined(separator: "&"))"
    }
}
