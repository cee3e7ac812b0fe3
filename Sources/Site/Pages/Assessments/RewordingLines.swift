import HTML
import Registry
import Words

/// How words changed on an observation: what was, then what is.
struct RewordingLines {
    let rewording: ItemView
    let languages: [String]

    func write(_ html: inout HTML, _ words: Words) {
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
