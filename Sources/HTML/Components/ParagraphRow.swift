/// One paragraph as adopted, beside what was read from it.
public struct ParagraphRow: Component {
    let number: String
    let anchor: String
    let href: String
    let language: String
    let text: (inout HTML) -> Void
    let reading: (inout HTML) -> Void

    /// - Parameters:
    ///   - number: as printed, e.g. `12`.
    ///   - anchor: the paragraph's address within the page, e.g. `OP-12`.
    ///   - href: the paragraph's own page.
    ///   - language: tag of the text's language.
    public init(
        number: String, anchor: String, href: String, language: String,
        text: @escaping (inout HTML) -> Void, reading: @escaping (inout HTML) -> Void
    ) {
        self.number = number
        self.anchor = anchor
        self.href = href
        self.language = language
        self.text = text
        self.reading = reading
    }

    public func write(_ html: inout HTML) {
        html.article(.class("paragraph"), .id(anchor)) { html in
            html.a(.class("paragraph-number"), .href(href), text: number)
            html.div(.class("paragraph-text"), .lang(language), content: text)
            html.div(.class("paragraph-reading"), content: reading)
        }
    }
}
