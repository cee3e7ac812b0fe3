extension Frame {
    /// The whole document.
    ///
    /// - Parameters:
    ///   - words: for the frame's own labels.
    ///   - head: under the heading: stage line, who sees it, notices.
    ///   - margin: clocks, people, paragraphs beside the main column; nil: one column.
    ///   - history: the acts on the object, below.
    /// - Returns: UTF-8.
    public func document(
        _ words: some Wording, head: ((inout HTML) -> Void)? = nil, margin: ((inout HTML) -> Void)? = nil,
        history: History? = nil, main: (inout HTML) throws -> Void
    ) rethrows -> [UInt8] {
        var html = HTML()
        html.doctype()
        let themed = Attribute.when(theme != .system, .data("theme", theme.rawValue))
        try html.html(.language(language), .dir(direction), themed) { html in
            writeHead(&html, words)
            try html.body { html in
                html.a(.class("skip"), .href("#main"), text: words("frame.skip"))
                writeTop(&html, words)
                try html.main(
                    .class(isNarrow ? "frame-page letter" : "frame-page"), .id("main"), .tabindex(-1)
                ) { html in
                    writePageHead(&html, words, head)
                    let columns = margin == nil ? "frame-columns" : "frame-columns with-margin"
                    try html.div(.class(columns)) { html in
                        try html.div(.class("frame-main"), content: main)
                        if let margin { html.div(.class("margin"), content: margin) }
                    }
                    if let history { html.add(history) }
                }
                writeFoot(&html, words)
                writeKeys(&html, words)
            }
        }
        return html.bytes
    }

    private func writeHead(_ html: inout HTML, _ words: some Wording) {
        html.head { html in
            html.meta(.charset("utf-8"))
            html.element("title", text: title + " · " + words("frame.product"))
            html.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            html.meta(.name("color-scheme"), .content("light dark"))
            if !isIndexed { html.meta(.name("robots"), .content("noindex")) }
            for sheet in stylesheets { html.link(.rel("stylesheet"), .href(sheet)) }
            for script in scripts { html.script(src: script) }
        }
    }

    private func writePageHead(
        _ html: inout HTML, _ words: some Wording, _ head: ((inout HTML) -> Void)?
    ) {
        html.div(.class("page-head")) { html in
            if !breadcrumb.isEmpty || !paragraphs.isEmpty || asOf != nil {
                html.div(.class("page-where")) { html in
                    html.add(Breadcrumb(label: words("frame.breadcrumb"), breadcrumb))
                    html.div(.class("paragraphs")) { html in
                        if let asOf { html.add(asOf) }
                        if !paragraphs.isEmpty { html.span(text: words("frame.rests-on")) }
                        for paragraph in paragraphs { html.add(paragraph) }
                    }
                }
            }
            html.h1(text: title)
            if let lead { html.p(.class("lead"), text: lead) }
            head?(&html)
        }
    }

    private func writeFoot(_ html: inout HTML, _ words: some Wording) {
        html.footer(.class("frame-foot")) { html in
            html.div { html in
                html.p(text: words("frame.product") + " · " + words("frame.footer-about"))
                for link in footer { html.add(link) }
            }
        }
    }

    /// The list of keys that `?` opens; it shows nothing without the script.
    private func writeKeys(_ html: inout HTML, _ words: some Wording) {
        let keys = [
            ("/", "keys.search"), ("j", "keys.next"), ("k", "keys.previous"), ("Enter", "keys.open"),
            ("?", "keys.help"),
        ]
        html.dialog(.data("keys"), .aria("labelledby", "keys-title")) { html in
            html.h2(.id("keys-title"), text: words("keys.title"))
            html.dl(.class("definitions")) { html in
                for (key, word) in keys {
                    html.dt { $0.kbd(text: key) }
                    html.dd(text: words(word))
                }
                for part in parts {
                    guard let key = part.key else { continue }
                    html.dt { html in
                        html.kbd(text: "g")
                        html.text(" ")
                        html.kbd(text: String(key))
                    }
                    html.dd(text: part.link.text)
                }
            }
            html.form(.method("dialog"), .class("actions")) {
                $0.button(.class("button"), text: words("keys.close"))
            }
        }
    }
}
