import HTML
import Registry
import Words

/// How words changed on an observation: what went and what came, in one text.
struct RewordingLines {
    let rewording: ItemView
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
        guard let now = rewording.body?.text(in: languages), let was = rewording.note?.texts[now.language]
        else {
            return bothWhole(&html, words)
        }
        html.div(.class("rewording compared"), .lang(now.language)) {
            $0.add(ComparedText(from: was, to: now.text))
        }
    }

    /// Where one is not there in the language of the other, or was erased.
    private func bothWhole(_ html: inout HTML, _ words: Words) {
        html.div(.class("rewording")) { html in
            html.span(.class("about"), text: words("rewording.was"))
            html.text(" ")
            html.del { $0.wording(rewording.note, languages, words) }
        }
        html.div(.class("rewording")) { html in
            html.span(.class("about"), text: words("rewording.is"))
            html.text(" ")
            html.ins { $0.wording(rewording.body, languages, words) }
        }
    }
}
