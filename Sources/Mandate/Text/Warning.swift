/// Something odd that the reader met: kept as printed, never silently mended.
public struct ReadingWarning: Hashable, Sendable {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case notText = "text.not-text"
        case encoding = "text.encoding"
        case markup = "text.markup"
        case noResolution = "text.no-resolution"
        case tooLong = "text.paragraph-too-long"
        case head = "around.head"
        case foot = "around.foot"
        case pageHead = "around.page-head"
        case footnote = "around.footnote"
        case annex = "around.annex"
        case anotherResolution = "around.another-resolution"
        case numberRepeated = "number.repeated"
        case numberMissing = "number.missing"
        case numberAdded = "number.not-printed"
        case letterOdd = "letter.odd"
        case letterRepaired = "letter.read-as"
        case verbMissing = "verb.missing"
        case stopMissing = "verb.stop-missing"
        case yearMissing = "citation.year-missing"
        case citationOdd = "citation.odd"
    }

    /// Further warnings of one code are left out.
    static let mostOfAKind = 200

    /// Line of the text as it came, from 1.
    public let line: Int
    public let code: Code
    /// One English sentence for the log and the interface of programs; pages have their own words.
    public let message: String
}
