/// Two things of one assessment that do not go together yet, by a rule of the pack.
public struct PointToClarify: Hashable, Sendable {
    /// Why it is asked.
    public enum Rule: String, CaseIterable, Hashable, Sendable {
        /// An expert's answer lies far from the rating of a requirement that its question rests on.
        case answerAndRating = "answer-and-rating"
        /// The State's answer lies far from the expert's.
        case stateAndExpert = "state-and-expert"
        /// A rating lies far from what stood in the last cycle.
        case lastCycle = "last-cycle"
        /// A rating with no answer and no finding under it.
        case ratingAlone = "rating-alone"
        /// One of the lowest points, without a finding that says what is short.
        case shortfallWithoutFinding = "shortfall-without-finding"
        /// One of the highest points, given with low confidence.
        case lowConfidence = "low-confidence"
    }

    /// What is held against something else.
    public struct Compared: Hashable, Sendable {
        /// Identifier of the item.
        public let item: String
        public let type: ItemType
        /// Of the question, for an answer; else empty.
        public let question: String
        /// Option of the scale.
        public let value: String?
    }

    public let rule: Rule
    /// Code; empty where it is about a question alone.
    public let requirement: String
    /// One or two, in the order in which the rule names them.
    public let compared: [Compared]
    /// How many steps of the scale lie between them; nil where the rule is about none.
    public let steps: Int?
}
