/// A piece of the line that numbers pages.
public enum PageNumberPart: Hashable, Sendable {
    case text(String)
    /// The number of the page.
    case page
    /// How many pages there are.
    case pages

    private static let marks: [Character: PageNumberPart] = ["\u{1}": .page, "\u{2}": .pages]

    /// The pieces of a sentence.
    ///
    /// - Parameter sentence: puts what it is given for the page and for the pages where they belong.
    public static func parts(_ sentence: (_ page: String, _ pages: String) -> String) -> [PageNumberPart] {
        var parts: [PageNumberPart] = []
        var text = ""
        for character in sentence("\u{1}", "\u{2}") {
            guard let mark = marks[character] else {
                text.append(character)
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(mark)
        }
        return text.isEmpty ? parts : parts + [.text(text)]
    }
}
