import Mandate
import Record
import Storage

/// A resolution, its texts, and what was read from them.
public struct ResolutionView: Sendable {
    public struct Text: Sendable {
        public let language: String
        public let title: String
        public let isOfficial: Bool
        public let source: String
        public let warnings: [JSONValue]
    }

    public let id: ResolutionID
    public let symbol: String
    public let adoptedOn: CalendarDate?
    public let texts: [Text]
    /// How many numbered operative paragraphs, sub-paragraphs not counted.
    public let operativeCount: Int

    /// The title in the first of these languages that there is.
    public func title(in languages: [String]) -> String {
        for language in languages {
            if let text = texts.first(where: { $0.language == language }), !text.title.isEmpty {
                return text.title
            }
        }
        return texts.first { !$0.title.isEmpty }?.title ?? symbol
    }
}

/// A paragraph as adopted in each language, and what was read from each.
public struct ParagraphView: Sendable {
    public struct Text: Sendable {
        public let language: String
        public let text: String
        public let verbs: [String]
        public let addressees: [String]
        public let citations: [Citation]
        public let timeLimits: [Limit]
    }
    public struct Citation: Sendable, Hashable {
        public let symbol: String
        public let printed: String
    }
    public struct Limit: Sendable, Hashable {
        public let kind: String
        public let text: String
        public let normalised: String
    }

    public let id: ParagraphID
    public let resolution: ResolutionID
    public let symbol: String
    /// `PP` or `OP`.
    public let part: String
    /// As printed: `2(a)`.
    public let number: String
    public let parent: String?
    public let texts: [Text]

    public var address: String { id.address(symbol) }
    /// How deep it lies: 0 for a paragraph, 1 for `2(a)`.
    public var depth: Int { number.count { $0 == "(" } }
}

/// A correction beside the print.
public struct CorrectionView: Sendable {
    public let id: CorrectionID
    public let paragraph: ParagraphID
    public let language: String
    public let about: String
    public let printed: String
    public let corrected: String
    public let reason: String?
}

/// Two languages of a paragraph that do not say the same.
public struct DivergenceView: Sendable {
    public let id: DivergenceID
    public let paragraph: ParagraphID
    public let first: (language: String, words: String)
    public let second: (language: String, words: String)
    public let question: String?
    public let settlement: String?
    public let isSettled: Bool
}

/// What a later resolution does to an earlier one.
public struct SuccessionView: Sendable {
    public let id: SuccessionID
    public let effect: String
    public let earlier: ResolutionID
    public let later: ResolutionID
    public let duty: DutyID?
    public let fromOn: CalendarDate
    public let untilOn: CalendarDate?
    public let source: String?
    public let reason: String?
}
