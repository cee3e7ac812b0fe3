/// What the reader made of a resolution's text. Lists keep the text's order.
public struct ResolutionReading: Sendable, Equatable {
    /// Its own symbol; nil where the text does not say it.
    public var symbol: Symbol?
    public var title: String?
    public var adopted: CalendarDate?
    public var language: TextLanguage
    public var preamble: [PreambularParagraph]
    public var operative: [OperativeParagraph]
    public var headings: [Heading]
    public var annexes: [Annex]
    public var warnings: [ReadingWarning]

    /// A line between paragraphs that names what follows.
    public struct Heading: Sendable, Hashable {
        public let text: String
        public let line: Int
        /// Number of the paragraph that it stands before.
        public let before: String
    }

    /// What stands behind the resolution under a title of its own; kept as it is, not read.
    public struct Annex: Sendable, Hashable {
        public let title: String
        public let text: String
        public let line: Int
    }

    /// Every paragraph and sub-paragraph, outer ones first.
    public var allOperative: [OperativeParagraph] {
        operative.flatMap(\.withSubparagraphs)
    }
}

/// A paragraph of the preamble, counted from 1.
public struct PreambularParagraph: Sendable, Hashable {
    public let number: Int
    public let text: String
    public let citations: [Citation]
    /// Line of the text as it came on which it begins, from 1.
    public let line: Int
}

/// An operative paragraph or sub-paragraph.
public struct OperativeParagraph: Sendable, Hashable {
    /// As printed: `2`, `2(a)`, `8(a)(i)`.
    public let number: String
    /// Without number or letter, and without its sub-paragraphs' text.
    public let text: String
    /// What the organ does in main clauses, small letters, as printed; without the subject.
    public let verbs: [String]
    /// Who is asked to act, as printed.
    public let addressees: [String]
    public let citations: [Citation]
    public let timeLimits: [TimeLimit]
    public let subparagraphs: [OperativeParagraph]
    /// Line of the text as it came on which it begins, from 1.
    public let line: Int

    public var withSubparagraphs: [OperativeParagraph] {
        [self] + subparagraphs.flatMap(\.withSubparagraphs)
    }
}
