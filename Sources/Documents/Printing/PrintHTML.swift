import HTML

extension Document {
    /// The document as the HTML that is printed: the same blocks as on a page, with what stands on each sheet.
    ///
    /// Nothing in it leads anywhere: no style, no picture, no script, no link. How it looks is the printer's.
    public var printHTML: [UInt8] {
        var html = HTML()
        html.doctype()
        html.element(
            "html", .language(language), .dir(isRightToLeft ? "rtl" : "ltr")
        ) { html in
            html.element("head") { html in
                html.void("meta", [.charset("utf-8")])
                html.element("title", text: title)
                html.void("meta", [.name("author"), .content(issuer)])
                html.void("meta", [.name("description"), .content(subject)])
                html.void("meta", [.name("dcterms.created"), .content(date)])
            }
            html.element("body") { html in
                html.element("div", .class("marking")) { html in
                    for (index, text) in marking.enumerated() {
                        html.element(index == 0 ? "strong" : "span", text: text)
                    }
                }
                html.element("div", .class("foot")) { html in
                    html.element("span", text: foot)
                    html.element("span", .class("number")) { write(pageNumber, &$0) }
                }
                html.element("h1", text: title)
                blocks.write(to: &html)
            }
        }
        return html.bytes
    }

    private func write(_ parts: [PageNumberPart], _ html: inout HTML) {
        for part in parts {
            switch part {
            case .text(let text): html.text(text)
            case .page: html.element("span", .class("page"), text: "")
            case .pages: html.element("span", .class("pages"), text: "")
            }
        }
    }
}
