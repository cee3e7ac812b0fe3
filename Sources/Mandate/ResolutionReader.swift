/// Reads a resolution's text: paragraphs, verbs, addressees, citations, time limits.
///
/// Never fails: what is no resolution gives empty lists and says so in its warnings. Time is linear
/// in the text's length.
public struct ResolutionReader {
    /// Longer paragraphs are kept, but their words are not read: no resolution has such.
    static let longestParagraph = 60_000

    /// - Parameters:
    ///   - bytes: UTF-8, or UTF-16 (with or without byte order mark); other bytes are read as
    ///     Windows-1252 and flagged. Markup is taken off.
    ///   - language: where it is known; otherwise the text is asked.
    public static func read(_ bytes: [UInt8], language: TextLanguage? = nil) -> ResolutionReading {
        let (decoded, decodingWarning) = SourceBytes.decode(bytes)
        let (plain, hadMarkup) = Markup.setAside(decoded)
        var text = CleanText(plain)
        if let decodingWarning { text.warn(1, .encoding, decodingWarning) }
        if hadMarkup { text.warn(1, .markup, "markup was taken off; lines count from the plain text") }
        let language = language ?? TextLanguage.detect(from: text.bytes)
        guard !text.warnings.contains(where: { $0.code == .notText }) else {
            return empty(language, text.warnings)
        }
        var structureReader = StructureReader(text, language)
        let structure = structureReader.read()
        return ReadingAssembly(text, language, structure).reading()
    }

    /// As `read(_ bytes:)`, from text at hand.
    public static func read(_ text: String, language: TextLanguage? = nil) -> ResolutionReading {
        read(Array(text.utf8), language: language)
    }

    private static func empty(_ language: TextLanguage, _ warnings: [ReadingWarning]) -> ResolutionReading {
        ResolutionReading(
            symbol: nil, title: nil, adopted: nil, language: language, preamble: [], operative: [],
            headings: [], annexes: [], warnings: warnings)
    }
}
