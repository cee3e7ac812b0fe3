import Pack

/// What States are asked, in the version in force.
public struct QuestionnaireView: Sendable, Hashable {
    public let code: String
    public let name: LocalizedWording
    /// Version for people, e.g. `2026.1`.
    public let version: String
    /// Code of the scale that closed questions are answered on.
    public let scale: String
    /// Where its wording comes from.
    public let note: LocalizedWording?
    /// The scale's, the best first.
    public let options: [OptionView]
    /// Codes, in the order in which they are asked.
    public let questions: [String]
    /// What the Committee adopted, the last first; this version may not be among them yet.
    public var editions: [EditionView] = []

    /// This version's adoption; nil: it awaits the Committee.
    public var edition: EditionView? { editions.first { $0.version == version } }
}

/// One answer to choose.
public struct OptionView: Sendable, Hashable {
    public let code: String
    public let name: LocalizedWording
    /// Outside the scale's order: in no average and no numerator.
    public let isOutside: Bool
}

/// One question to a State, and what it rests on.
public struct QuestionView: Sendable, Hashable {
    public let code: String
    /// Code of its questionnaire.
    public let questionnaire: String
    public let theme: String
    public let kind: Pack.Question.Kind
    /// Code of the question that it is a part of.
    public let parent: String?
    /// Cross-cutting matters that it asks about.
    public let matters: [Pack.Question.Matter]
    /// What a number counts.
    public let unit: LocalizedWording?
    /// The earlier question and the answers to it that this one is asked after; nil: asked always.
    public let condition: Pack.Question.Condition?
    /// Asked only of States that were visited before.
    public let isForVisited: Bool
    /// Whether answers are likely to hold what a State does not want to be open.
    public let isSensitive: Bool
    /// Codes, in the order of the pack.
    public let requirements: [String]
    /// Addresses that its requirements rest on, each once, in the order of the requirements.
    public let paragraphs: [String]
    /// What it can be answered with: the scale's, the best first, or its own; where neither is, none.
    public let options: [OptionView]
    public let text: LocalizedWording
    /// What the answer should speak of.
    public let help: LocalizedWording?
}
