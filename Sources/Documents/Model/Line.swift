/// A stretch of text in one language, set in one way.
public struct Span: Hashable, Sendable {
    /// A line feed in it begins a new line of the same paragraph.
    public var text: String
    /// Nil for the document's own language.
    public var language: String?
    public var isStrong: Bool
    public var isEmphasised: Bool
    /// The footnote that is called for behind the text; empty: none.
    public var note: [Line]

    public init(
        _ text: String, language: String? = nil, isStrong: Bool = false, isEmphasised: Bool = false,
        note: [Line] = []
    ) {
        self.text = text
        self.language = language
        self.isStrong = isStrong
        self.isEmphasised = isEmphasised
        self.note = note
    }
}

/// The text of a paragraph, a heading, a cell.
public struct Line: Hashable, Sendable, ExpressibleByStringInterpolation {
    public var spans: [Span]

    public init(_ spans: [Span]) { self.spans = spans }
    public init(_ text: String, language: String? = nil, isStrong: Bool = false) {
        spans = [Span(text, language: language, isStrong: isStrong)]
    }
    public init(stringLiteral text: String) { self.init(text) }

    public static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

    /// What a person typed, a line for each of its paragraphs.
    public static func lines(of text: String, language: String? = nil) -> [Line] {
        text.split(whereSeparator: \.isNewline)
            .map { String($0.trimmingPrefix { $0.isWhitespace }) }.filter { !$0.isEmpty }
            .map { Line($0, language: language) }
    }

    /// The language that all of it is in; nil for the document's own, and for several.
    public var language: String? {
        let said = Set(spans.filter { !$0.text.isEmpty }.map(\.language))
        return said.count == 1 ? said.first ?? nil : nil
    }

    /// The words alone.
    public var text: String { spans.map(\.text).joined() }
}
