import Documents
import HTML
import Registry
import Words

extension HTML {
    /// A wording in the reader's language or the nearest there is, marked with the language that it is in.
    mutating func wording(_ wording: LocalizedWording?, _ languages: [String], _ words: Words) {
        guard let found = wording?.text(in: languages) else {
            return span(.class("erased"), text: words("object.erased"))
        }
        if found.language == words.language.tag { return text(found.text) }
        span(.lang(found.language), text: found.text)
    }

    /// A structured text in the reader's language or the nearest there is, as paragraphs, headings and lists.
    ///
    /// - Parameters:
    ///   - level: of its highest heading, where the page's title is 0.
    ///   - mark: sets the identifiers of its footnotes apart from those of other texts of the page.
    mutating func structured(
        _ wording: LocalizedWording?, _ languages: [String], _ words: Words, level: Int, mark: String
    ) {
        guard let found = wording?.text(in: languages) else {
            return p { $0.span(.class("erased"), text: words("object.erased")) }
        }
        let isOwn = found.language == words.language.tag
        div(.class("running-text"), .when(!isOwn, .lang(found.language))) { html in
            StructuredText(found.text, level: level).blocks.write(
                to: &html,
                notes: .below(mark: mark, title: words("footnotes.title"), back: words("footnotes.back")))
        }
    }

    /// Its words alone, without the marks of headings and lists, where there is room for a line.
    mutating func structuredWords(_ wording: LocalizedWording?, _ languages: [String], _ words: Words) {
        self.wording(
            wording.map { LocalizedWording($0.texts.mapValues { StructuredText($0).words }) }, languages,
            words)
    }

    /// Links to the paragraphs that something rests on.
    mutating func paragraphLinks(_ addresses: [String], _ words: Words) {
        ul(.class("paragraph-links")) { html in
            for address in addresses {
                html.li { html in
                    if let id = ParagraphID.at(address: address) {
                        html.a(.href(Route.paragraph(id.rawValue)), text: words.paragraph(address))
                    } else {
                        html.text(address)
                    }
                }
            }
        }
    }
}

extension Words {
    /// The first of these keys that there are words for.
    func first(of keys: String...) -> String { self(keys.first(where: has) ?? keys.last ?? "") }
}
