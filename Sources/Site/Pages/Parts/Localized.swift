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

    /// `2617 (2021), OP 12` from `S/RES/2617(2021)/OP/12`.
    func paragraph(_ address: String) -> String {
        let parts = address.split(separator: "/").map(String.init)
        guard let mark = parts.lastIndex(where: { $0 == "OP" || $0 == "PP" }), mark > 0 else {
            return address
        }
        let steps = parts[(mark + 1)...]
        let number = (steps.first ?? "") + steps.dropFirst().map { "(\($0))" }.joined()
        let symbol = parts[..<mark].joined(separator: "/")
        return self(
            parts[mark] == "OP" ? "paragraph.operative-of" : "paragraph.preambular-of",
            ["symbol": self.symbol(symbol), "number": number])
    }

    /// `2617 (2021)` for a resolution of the Council, else the symbol.
    func symbol(_ symbol: String) -> String {
        guard symbol.hasPrefix("S/RES/") else { return symbol }
        return String(symbol.dropFirst("S/RES/".count)).replacing("(", with: " (")
    }
}
