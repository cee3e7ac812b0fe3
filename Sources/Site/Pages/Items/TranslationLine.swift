import HTML
import Registry
import Words

/// In which languages a text is there, which is the original, and how the others stand to it.
struct TranslationLine {
    let texts: [String: String]
    let translations: Translations

    func write(_ html: inout HTML, _ words: Words) {
        let own = ActForm.languages(of: [:], "")
        let others = Set(texts.keys).union(own).subtracting([translations.original]).sorted()
        html.ul(.class("plain")) { html in
            html.li(text: said(translations.original, "original", words))
            for language in others {
                let status = translations.others[language]?.status.rawValue ?? "missing"
                html.li { html in
                    html.text(said(language, status, words))
                    guard status == Translations.Status.behind.rawValue else { return }
                    html.text(" ")
                    html.add(Tag(words("translation.look")))
                }
            }
        }
    }

    private func said(_ language: String, _ status: String, _ words: Words) -> String {
        words(
            "translation.line",
            ["language": words("language.\(language)"), "status": words("translation.\(status)")])
    }
}
