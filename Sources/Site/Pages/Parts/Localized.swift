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
