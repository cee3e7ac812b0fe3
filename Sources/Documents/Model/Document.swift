/// A document in one language, whatever it becomes: a page, a file for a word processor, a print.
public struct Document: Hashable, Sendable {
    public var title: String
    /// What it is about, for the file's properties.
    public var subject: String
    /// Who issues it, for the file's properties.
    public var issuer: String
    /// BCP 47: `en`, `zh-Hans`, `ar`.
    public var language: String
    public var isRightToLeft: Bool
    /// The day that the document is of: `2027-01-15`. No other time stands in it.
    public var date: String
    /// Classification, for whom it is made, of which day: on the head of every page.
    public var marking: [String]
    /// On the foot of every page: "Page 2 of 5".
    public var pageNumber: [PageNumberPart]
    public var blocks: [Block]
    /// Before the number on the foot of every page.
    public var foot: String

    public init(
        title: String, subject: String, issuer: String, language: String, isRightToLeft: Bool = false,
        date: String, marking: [String], pageNumber: [PageNumberPart], blocks: [Block]
    ) {
        self.title = title
        self.subject = subject
        self.issuer = issuer
        self.language = language
        self.isRightToLeft = isRightToLeft
        self.date = date
        self.marking = marking
        self.pageNumber = pageNumber
        self.blocks = blocks
        foot = title
    }
}
