/// What a document is made of, from top to bottom.
public enum Block: Hashable, Sendable {
    /// Level 1 stands right under the title, level 2 under level 1.
    case heading(Int, Line)
    case paragraph(Line, ParagraphStyle = .plain)
    case list(List)
    /// Terms and what they are here.
    case facts([Fact])
    case table(Table)

    /// How a paragraph is set.
    public enum ParagraphStyle: Hashable, Sendable {
        case plain
        /// Small: what explains, and is not the matter itself.
        case note
        /// At the far edge, as the date and the signature of a letter.
        case far
        /// Set in from the edge: the words of another.
        case quotation
    }

    /// Items of one rank, each of one block or more: paragraphs, and lists within.
    public struct List: Hashable, Sendable, ExpressibleByArrayLiteral {
        /// The number of the first; nil where they are not numbered.
        public var start: Int?
        public var items: [[Block]]

        public init(_ items: [[Block]], start: Int? = nil) {
            self.start = start
            self.items = items
        }

        public init(arrayLiteral lines: Line...) { self.init(lines.map { [.paragraph($0)] }) }
    }

    /// A term and what it is here.
    public struct Fact: Hashable, Sendable {
        public let term: String
        public let line: Line

        public init(_ term: String, _ line: Line) {
            self.term = term
            self.line = line
        }
    }
}

extension [Block] {
    /// The words alone, a line for each paragraph, heading and item; footnotes last.
    public var words: String {
        (flatMap(\.lines) + notes).map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What the footnotes say, in the order in which they are called for.
    var notes: [Line] { flatMap(\.lines).flatMap(\.spans).flatMap(\.note) }
}

extension Block {
    /// Every line of it, in order; not those of footnotes.
    var lines: [Line] {
        switch self {
        case .heading(_, let line), .paragraph(let line, _): [line]
        case .list(let list): list.items.flatMap { $0.flatMap(\.lines) }
        case .facts(let facts): facts.map { Line($0.term) + Line(" ") + $0.line }
        case .table(let table): table.rows.flatMap { $0 }
        }
    }
}

extension [Block] {
    /// All in one paragraph of many lines, for where there is no room for more: a cell of a table. Items of lists begin
    /// with a dash or their number, footnotes follow their call in brackets.
    public var line: Line { Self.line(of: self) }

    private static func line(of blocks: [Block]) -> Line {
        let parts = blocks.flatMap { block -> [Line] in
            guard case .list(let list) = block else { return block.lines.map(\.withNotesInside) }
            return list.items.enumerated().map { index, item in
                Line(list.start.map { "\($0 + index). " } ?? "– ") + line(of: item)
            }
        }
        return parts.reduce(Line([])) { $0.spans.isEmpty ? $1 : $0 + Line("\n") + $1 }
    }
}

extension Line {
    fileprivate var withNotesInside: Line {
        Line(
            spans.flatMap { span -> [Span] in
                guard !span.note.isEmpty else { return [span] }
                let note = span.note.map(\.withNotesInside.text).joined(separator: " ")
                return [
                    Span(span.text, language: span.language), Span(" [\(note)]", language: span.language),
                ]
            })
    }
}
