/// What a document is made of, from top to bottom.
public enum Block: Hashable, Sendable {
    /// Level 1 stands right under the title, level 2 under level 1.
    case heading(Int, Line)
    case paragraph(Line, ParagraphStyle = .plain)
    case list([Line])
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
