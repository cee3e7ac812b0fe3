import HTML
import Registry
import Words

/// How the texts of a case stand in each language: what is behind the original, not checked, or not there.
struct CaseTranslations {
    let items: [ItemView]
    let languages: [String]

    /// A text and how it stands in one language.
    private struct Standing {
        let item: ItemView
        let language: String
        let status: String
    }

    private static let statuses = ["original", "checked", "translated", "behind", "missing"]

    private var standings: [Standing] {
        let kept = items.compactMap { item in item.translations.map { (item, $0) } }
        let spoken = kept.flatMap { $1.others.keys + [$1.original] } + ActForm.languages(of: [:], "")
        return Set(spoken).sorted().flatMap { language in
            kept.map { item, translations in
                let status =
                    language == translations.original
                    ? "original" : translations.others[language]?.status.rawValue ?? "missing"
                return Standing(item: item, language: language, status: status)
            }
        }
    }

    func write(_ html: inout HTML, _ words: Words) {
        let standings = standings
        guard !standings.isEmpty else { return }
        html.add(
            Section(words("translations.title"), id: "translations") { html in
                html.add(table(standings, words))
                let open = standings.filter { ["translated", "behind", "missing"].contains($0.status) }
                guard !open.isEmpty else { return }
                html.element("details") { html in
                    html.element("summary", text: words("translations.open", ["count": open.count]))
                    html.ul(.class("plain")) { html in
                        for one in open {
                            html.li { html in
                                html.add(Link(one.item.label(languages, words), href: one.item.route.path))
                                html.text(" ")
                                html.add(
                                    Tag(
                                        words(
                                            "translation.line",
                                            [
                                                "language": words("language.\(one.language)"),
                                                "status": words("translation.\(one.status)"),
                                            ])))
                            }
                        }
                    }
                }
            })
    }

    private func table(_ standings: [Standing], _ words: Words) -> DataTable {
        let byLanguage = Dictionary(grouping: standings, by: \.language)
        return DataTable(
            columns: [.init(words("translations.language"))]
                + Self.statuses.map { .init(words("translations.\($0)"), isNumber: true) },
            rows: byLanguage.keys.sorted().map { language in
                [DataTable.text(words("language.\(language)"))]
                    + Self.statuses.map { status in
                        let count = byLanguage[language]?.count { $0.status == status } ?? 0
                        return HTML.wordCell(count == 0 ? nil : words.number(count))
                    }
            }, empty: "")
    }
}
