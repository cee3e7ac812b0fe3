import HTML

extension [Block] {
    /// Where footnotes stand.
    public enum Notes: Sendable {
        /// Where they are called for, for a printer to move to the foot of its sheet.
        case onSheet
        /// Below the blocks, under a heading for those who do not see them; `mark` sets their identifiers apart from those of
        /// other texts of the page, `back` says where a link from a footnote leads.
        case below(mark: String, title: String, back: String)
    }

    /// Writes the blocks as elements of a page on which the document's title is `h1`.
    public func write(to html: inout HTML, notes: Notes = .onSheet) {
        var writing = BlockWriting(notes: notes)
        for block in self { writing.write(block, &html) }
        writing.writeNotes(&html)
    }
}

/// Blocks as they are written, and the footnotes that were called for.
private struct BlockWriting {
    let notes: [Block].Notes
    private var called: [[Line]] = []

    init(notes: [Block].Notes) { self.notes = notes }

    mutating func write(_ block: Block, _ html: inout HTML) {
        switch block {
        case .heading(let level, let line): heading(level, line, &html)
        case .paragraph(let line, .quotation):
            html.element("blockquote") { whole("p", [], line, &$0) }
        case .paragraph(let line, let style):
            let name = style == .note ? "note" : style == .far ? "far" : ""
            whole("p", [.class(name)], line, &html)
        case .list(let list): self.list(list, &html)
        case .facts(let facts):
            html.add(DefinitionList(facts.map { fact in .init(fact.term) { $0.line(fact.line) } }))
        case .table(let table):
            // How wide each column is, as a class: a page takes no style of its own.
            let shares = table.columns.map { String($0.share) }.joined(separator: "-")
            html.element("div", .class("shares-\(shares)")) { html in
                html.add(
                    DataTable(
                        caption: table.name, columns: table.columns.map { DataTable.Column($0.title) },
                        rows: table.rows.map { row in row.map { line in { $0.line(line) } } }, empty: ""))
            }
        }
    }

    private mutating func heading(_ level: Int, _ line: Line, _ html: inout HTML) {
        switch level {
        case ...1: whole("h2", [], line, &html)
        case 2: whole("h3", [], line, &html)
        case 3: whole("h4", [], line, &html)
        default: whole("h5", [], line, &html)
        }
    }

    private mutating func list(_ list: Block.List, _ html: inout HTML) {
        let name: StaticString = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? [] : [Attribute.start($0)] } ?? []
        html.element(name, [.class("document-list")] + start) { html in
            for item in list.items {
                guard case .paragraph(let line, .plain) = item.first else {
                    html.li { html in for block in item { write(block, &html) } }
                    continue
                }
                if item.count == 1 {
                    whole("li", [], line, &html)
                } else {
                    html.li { html in
                        self.line(line, &html)
                        for block in item.dropFirst() { write(block, &html) }
                    }
                }
            }
        }
    }

    /// An element that holds one line alone: it is in the line's language, and so begins on the side where that does.
    private mutating func whole(
        _ name: StaticString, _ attributes: [Attribute], _ line: Line, _ html: inout HTML
    ) {
        guard let language = line.language else {
            return html.element(name, attributes) { self.line(line, &$0) }
        }
        var plain = line
        for index in plain.spans.indices { plain.spans[index].language = nil }
        html.element(name, attributes + [.lang(language)]) { self.line(plain, &$0) }
    }

    private mutating func line(_ line: Line, _ html: inout HTML) {
        for span in line.spans {
            html.span(span)
            if !span.note.isEmpty { call(span.note, &html) }
        }
    }

    private mutating func call(_ note: [Line], _ html: inout HTML) {
        guard case .below(let mark, _, _) = notes else {
            return html.element("span", .class("footnote")) { html in
                for (index, line) in note.enumerated() {
                    if index > 0 { html.text(" ") }
                    html.line(line)
                }
            }
        }
        called.append(note)
        let number = called.count
        // A word joiner: the number never begins a line of its own, in Chinese either.
        html.text("\u{2060}")
        html.sup(.class("footnote-call")) { html in
            html.a(.href("#\(mark)-note-\(number)"), .id("\(mark)-call-\(number)"), text: "\(number)")
        }
    }

    func writeNotes(_ html: inout HTML) {
        guard case .below(let mark, let title, let back) = notes, !called.isEmpty else { return }
        html.element("section", .class("footnotes"), .ariaLabel(title)) { html in
            html.ol { html in
                for (index, note) in called.enumerated() {
                    html.li(.id("\(mark)-note-\(index + 1)")) { html in
                        for (place, line) in note.enumerated() {
                            if place > 0 { html.void("br", []) }
                            html.line(line)
                        }
                        html.text(" ")
                        html.a(.href("#\(mark)-call-\(index + 1)"), .ariaLabel(back), text: "↩")
                    }
                }
            }
        }
    }
}

extension HTML {
    mutating func line(_ line: Line) {
        for span in line.spans { self.span(span) }
    }

    fileprivate mutating func span(_ span: Span) {
        let attributes = span.language.map { [Attribute.lang($0)] } ?? []
        switch (span.isStrong, span.isEmphasised) {
        case (true, true):
            element("strong", attributes) { html in html.element("em") { $0.broken(span.text) } }
        case (true, false): element("strong", attributes) { $0.broken(span.text) }
        case (false, true): element("em", attributes) { $0.broken(span.text) }
        case (false, false):
            if attributes.isEmpty {
                broken(span.text)
            } else {
                element("span", attributes) { $0.broken(span.text) }
            }
        }
    }

    /// Text whose line feeds begin new lines.
    private mutating func broken(_ text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { void("br", []) }
            if !line.isEmpty { self.text(String(line)) }
        }
    }
}
