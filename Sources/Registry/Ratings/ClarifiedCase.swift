import Pack

/// What the rules for points to clarify look at: an assessment's values, without a database.
struct ClarifiedCase: Sendable {
    struct Rating: Sendable {
        let requirement: String
        let confidence: String?
        let compared: PointToClarify.Compared
    }

    struct Answer: Sendable {
        /// Those that the question rests on.
        let requirements: [String]
        let isState: Bool
        let compared: PointToClarify.Compared
    }

    /// One for each requirement: the one that counts.
    var ratings: [Rating] = []
    var answers: [Answer] = []
    /// Requirements about which something was found: at all, and as a shortfall.
    var found: Set<String> = []
    var shortfalls: Set<String> = []
    /// What stood in the last cycle, by requirement.
    var last: [String: PointToClarify.Compared] = [:]
    let scale: Pack.Scale

    /// Every point, by requirement and in the order of the rules.
    func points(_ rules: Pack.RatingRules) -> [PointToClarify] {
        let limits = rules.clarify
        let all =
            answersFarFromRatings(from: limits.answerAndRating)
            + stateFarFromExpert(from: limits.stateAndExpert) + farFromLastCycle(from: limits.lastCycle)
            + ratingsAlone() + shortfallsWithoutFinding(of: rules.secondReading.shortfalls)
            + highWithLowConfidence(of: limits.high)
        let order = PointToClarify.Rule.allCases
        return all.enumerated().sorted { left, right in
            let places = [left, right].map { order.firstIndex(of: $0.element.rule) ?? 0 }
            return (left.element.requirement, places[0], left.offset)
                < (right.element.requirement, places[1], right.offset)
        }.map(\.element)
    }

    func far(
        _ rule: PointToClarify.Rule, _ requirement: String, _ one: PointToClarify.Compared,
        _ other: PointToClarify.Compared, from limit: Int
    ) -> PointToClarify? {
        guard let steps = scale.steps(from: one.value, to: other.value), steps >= limit else { return nil }
        return PointToClarify(rule: rule, requirement: requirement, compared: [one, other], steps: steps)
    }
}
