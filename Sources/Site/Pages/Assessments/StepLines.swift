import HTML
import Registry
import Words

/// What a State says it does: action, and by whom, by when and how far, as lines under what it is said to.
struct StepLines {
    let step: ItemView
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        let facts = [
            step.text("date").map { words.due($0) }, step.text("progress").map { words("choice.\($0)") },
        ]
        .compactMap { $0 }
        guard step.body != nil || step.note != nil || !facts.isEmpty else { return }
        html.div(.class("step")) { html in
            if let action = step.body {
                html.p { html in
                    html.text(words.of(words("step.action"), ""))
                    html.wording(action, languages, words)
                }
            }
            html.p(.class("about")) { html in
                if let office = step.note {
                    html.wording(office, languages, words)
                    if !facts.isEmpty { html.text(" · ") }
                }
                html.text(facts.joined(separator: " · "))
            }
        }
    }
}
