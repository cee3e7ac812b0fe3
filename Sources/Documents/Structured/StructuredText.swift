/// Text as people type it: plain, and structured where they say so by the marks of CommonMark.
///
/// Headings (`#`), lists (`-`, `1.`), emphasis (`*so*`, `**so**`), quotations (`>`) and footnotes (`[^1]`, explained on a line
/// `[^1]: …`) become what they are. A line that was ended stays ended. All else stands as it was typed: links,
/// pictures and HTML lead nowhere and hide nothing, and no word of a text is ever lost from it.
///
/// Source: CommonMark 0.29; footnotes as cmark-gfm reads them.
public struct StructuredText: Hashable, Sendable {
    public let blocks: [Block]

    /// - Parameters:
    ///   - typed: as it was typed.
    ///   - language: of the text, where it is not that of its surroundings.
    ///   - level: of its highest heading.
    public init(_ typed: String, language: String? = nil, level: Int = 1) {
        let text = FootnoteMarks.settled(TypedText(typed).guarded)
        blocks = StructuredTextReading(language: language, level: level).blocks(of: text)
    }

    /// The words alone, without marks.
    public var words: String { blocks.words }
}
