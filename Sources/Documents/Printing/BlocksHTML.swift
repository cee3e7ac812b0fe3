import HTML

extension [Block] {
    /// Writes the blocks as elements of a page on which the document's title is `h1`.
    public func write(to html: inout HTML) {
        for block in self {
            switch block {
            case .heading(let level, let line): html.heading(level, line)
            case .paragraph(let line, let style): html.paragraph(line, style)
            case .list(let lines):
                html.ul(.class("document-list")) { html in
                    for line in lines { html.whole("li", [], line) }
                }
            case .facts(let facts):
                html.add(
                    DefinitionList(facts.map { fact in .init(fact.term) { $0.line(fact.line) } }))
            case .table(let table):
                // How wide each column is, as a class: a page takes no style of its own.
                let shares = table.columns.map { String($0.share) }.joined(separator: "-")
                html.element("div", .class("shares-\(shares)")) { html in
                    html.add(
                        DataTable(
                            caption: table.name,
                            columns: table.columns.map { DataTable.Column($0.title) },
                            rows: table.rows.map { row in row.map { line in { $0.line(line) } } }, empty: "")
                    )
                }
            }
        }
    }
}

extension HTML {
    fileprivate mutating func heading(_ level: Int, _ line: Line) {
        switch level {
        case ...1: whole("h2", [], line)
        case 2: whole("h3", [], line)
        default: whole("h4", [], line)
        }
    }

    fileprivate mutating func paragraph(_ line: Line, _ style: Block.ParagraphStyle) {
        let name =
            switch style {
            case .plain: ""
            case .note: "note"
            case .far: "far"
            }
        whole("p", [.class(name)], line)
    }

    /// An element that holds one line alone: it is in the line's language, and so begins on the side where that does.
    fileprivate mutating func whole(_ name: StaticString, _ attributes: [Attribute], _ line: Line) {
        guard let language = line.language else { return element(name, attributes) { $0.line(line) } }
        let spans = line.spans.map { Span($0.text, isStrong: $0.isStrong) }
        element(name, attributes + [.lang(language)]) { $0.line(Line(spans)) }
    }

    mutating func line(_ line: Line) {
        for span in line.spans {
            let attributes = span.language.map { [Attribute.lang($0)] } ?? []
            if span.isStrong {
                element("strong", attributes) { $0.text(span.text) }
            } else if !attributes.isEmpty {
                element("span", attributes) { $0.text(span.text) }
            } else {
                text(span.text)
            }
        }
    }
}
