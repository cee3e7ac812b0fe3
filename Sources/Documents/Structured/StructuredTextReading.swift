import CMark

/// Turns what cmark reads into blocks.
struct StructuredTextReading {
    let language: String?
    let level: Int

    /// Deeper than people write; what lies deeper is read as plain words.
    private static let deepest = 12

    /// The numbers, from 1, of the lines where a footnote that the text itself calls for is explained.
    static func footnotes(in text: String) -> Set<Int> {
        parsing(text) { root in
            let definitions = definitions(under: root)
            let places = definitions.indices.map { [Line("\($0)")] }
            let called = StructuredTextReading(language: nil, level: 1).blocks(under: root, notes: places)
                .notes
            return Set(
                called.compactMap { Int($0.text) }.map { Int(cmark_node_get_start_line(definitions[$0])) })
        } ?? []
    }

    func blocks(of text: String) -> [Block] {
        Self.parsing(text) { root in
            let notes = Self.definitions(under: root).map { blocks(of: $0, Place()).flatMap(\.lines) }
            return blocks(under: root, notes: notes)
        } ?? Line.lines(of: Self.unguarded(text), language: language).map { .paragraph($0) }
    }

    private func blocks(under root: Node, notes: [[Line]]) -> [Block] {
        Self.children(of: root).filter { Self.kind($0) != CMARK_NODE_FOOTNOTE_DEFINITION }
            .flatMap { block($0, Place(notes: notes)) }
    }

    /// The footnotes that are explained and called for, in the order of their numbers.
    private static func definitions(under root: Node) -> [Node] {
        children(of: root).filter { kind($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
    }

    /// Where in the tree one is.
    private struct Place {
        var depth = 0
        var isStrong = false
        var isEmphasised = false
        var isQuoted = false
        /// By their numbers, from 1; none where footnotes are read themselves.
        var notes: [[Line]] = []

        func deeper(_ change: (inout Place) -> Void = { _ in }) -> Place {
            var place = self
            place.depth += 1
            change(&place)
            return place
        }
    }

    private func blocks(of node: Node, _ place: Place) -> [Block] {
        Self.children(of: node).flatMap { block($0, place.deeper()) }
    }

    private func block(_ node: Node, _ place: Place) -> [Block] {
        guard place.depth < Self.deepest else {
            return [.paragraph(Line(Self.words(of: node), language: language))]
        }
        switch Self.kind(node) {
        case CMARK_NODE_HEADING:
            return [.heading(level - 1 + Int(cmark_node_get_heading_level(node)), line(of: node, place))]
        case CMARK_NODE_PARAGRAPH:
            return [.paragraph(line(of: node, place), place.isQuoted ? .quotation : .plain)]
        case CMARK_NODE_LIST:
            let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = Self.children(of: node).map { blocks(of: $0, place.deeper()) }
            return [.list(.init(items, start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil))]
        case CMARK_NODE_BLOCK_QUOTE: return blocks(of: node, place.deeper { $0.isQuoted = true })
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
            return Line.lines(of: Self.unguarded(Self.literal(node)), language: language).map {
                .paragraph($0)
            }
        default: return []
        }
    }

    private func line(of node: Node, _ place: Place) -> Line {
        Line(Self.children(of: node).flatMap { spans($0, place.deeper()) }.joined)
    }

    private func spans(_ node: Node, _ place: Place) -> [Span] {
        guard place.depth < Self.deepest else { return [span(Self.words(of: node), place)] }
        let within = { (place: Place) in Self.children(of: node).flatMap { spans($0, place) } }
        switch Self.kind(node) {
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return [span("\n", place)]
        case CMARK_NODE_EMPH: return within(place.deeper { $0.isEmphasised = true })
        case CMARK_NODE_STRONG: return within(place.deeper { $0.isStrong = true })
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            guard let number = Int(Self.literal(node)), place.notes.indices.contains(number - 1) else {
                return [span("[^\(Self.literal(node))]", place)]
            }
            return [Span("", language: language, note: place.notes[number - 1])]
        default: return [span(Self.literal(node), place)] + within(place.deeper())
        }
    }

    private func span(_ text: String, _ place: Place) -> Span {
        Span(text, language: language, isStrong: place.isStrong, isEmphasised: place.isEmphasised)
    }
}

extension StructuredTextReading {
    typealias Node = OpaquePointer

    /// - Returns: nil where the parser gives nothing back, which it documents for want of memory alone.
    private static func parsing<Result>(_ text: String, _ body: (Node) -> Result) -> Result? {
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
        defer { cmark_parser_free(parser) }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        return body(root)
    }

    private static func kind(_ node: Node) -> cmark_node_type { cmark_node_get_type(node) }

    private static func literal(_ node: Node) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private static func children(of node: Node) -> [Node] {
        Array(
            sequence(state: cmark_node_first_child(node)) { next in
                defer { next = next.flatMap { cmark_node_next($0) } }
                return next
            })
    }

    /// All words under a node, however deep, without recursion.
    private static func words(of node: Node) -> String {
        guard let walk = cmark_iter_new(node) else { return "" }
        defer { cmark_iter_free(walk) }
        var words = ""
        while true {
            let event = cmark_iter_next(walk)
            guard event != CMARK_EVENT_DONE else { return words }
            guard event == CMARK_EVENT_ENTER, let place = cmark_iter_get_node(walk) else { continue }
            switch kind(place) {
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words += "\n"
            case CMARK_NODE_FOOTNOTE_REFERENCE: words += "[^\(literal(place))]"
            case CMARK_NODE_CODE_BLOCK: words += unguarded(literal(place))
            default: words += literal(place)
            }
        }
    }

    /// Where a text is set in so far that it counts as code, backslashes stand for themselves: those set before marks go.
    private static func unguarded(_ text: String) -> String {
        text.replacing(/\\([!-\/:-@\[-`{-~])/) { $0.output.1 }
    }
}

extension [Span] {
    /// With neighbours that are set alike made one.
    fileprivate var joined: [Span] {
        reduce(into: []) { spans, span in
            guard let last = spans.last, last.note.isEmpty, span.note.isEmpty, last.isStrong == span.isStrong,
                last.isEmphasised == span.isEmphasised
            else { return spans.append(span) }
            spans[spans.count - 1].text += span.text
        }
    }
}
