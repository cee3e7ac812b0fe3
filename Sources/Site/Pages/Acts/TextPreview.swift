import Documents
import HTML
import Registry
import Words

/// How the structured texts of a form read, as they were typed so far.
struct TextPreview {
    let form: ActForm

    func write(_ html: inout HTML, _ words: Words) {
        html.section(
            .class("preview"), .aria("labelledby", "preview"), .tabindex(-1), .data("focus")
        ) { html in
            html.h2(.id("preview"), text: words("form.preview.title"))
            let texts = texts
            if texts.isEmpty { return html.p(.class("empty"), text: words("form.preview.nothing")) }
            for (field, language, text) in texts {
                html.h3(
                    text: words(
                        "form.preview.of",
                        ["field": words("\(form.name).\(field)"), "language": words("language.\(language)")]))
                html.structured(
                    LocalizedWording([language: text]), [language], words, level: 3,
                    mark: "preview-\(field)-\(language)")
            }
        }
    }

    private var texts: [(field: String, language: String, text: String)] {
        form.act.fields.filter(\.isStructured).flatMap { field in
            ActForm.languages(of: form.values, field.name).compactMap { language in
                form.values["\(field.name).\(language)"].flatMap {
                    $0.isEmpty ? nil : (field.name, language, $0)
                }
            }
        }
    }
}
