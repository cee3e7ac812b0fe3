import Disclosure
import Pack

/// A recommendation made to a State before that resembles one being written.
public struct SimilarRecommendation: Sendable {
    public let item: ItemView
    /// Number of the cycle in which it was made; nil where the case is not this viewer's to see.
    public let cycle: Int?
    public let isOfRequirement: Bool
    /// Of the words of both, how many both have: 0 to 1.
    public let shared: Double

    /// Of the words of two texts, the share that both have; 0 where either has none.
    static func overlap(_ one: some Sequence<String>, _ other: some Sequence<String>) -> Double {
        let (one, other) = (
            Set(one.flatMap(Tokenizer.words(in:))), Set(other.flatMap(Tokenizer.words(in:)))
        )
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        return Double(one.intersection(other).count) / Double(one.union(other).count)
    }
}

extension Reader {
    /// Recommendations to the State of an assessment that are of the same requirement or theme, or share many words.
    ///
    /// - Parameters:
    ///   - requirement: code; empty where none is chosen yet.
    ///   - texts: what is being written, in whatever languages.
    /// - Returns: at most eight: the same requirement first, then by shared words.
    public func similarRecommendations(
        in assessment: AssessmentID, requirement: String, texts: [String]
    ) throws -> [SimilarRecommendation] {
        guard let found = try self.assessment(assessment) else { return [] }
        let theme = pack?.requirements.first { $0.code == requirement }?.theme
        let cycles = Dictionary(
            try assessments(state: found.state).map { ($0.id.rawValue, $0.cycle) }
        ) { first, _ in first }
        return try items(.recommendation, state: found.state).compactMap { item in
            let shared = SimilarRecommendation.overlap(texts, Array((item.body?.texts ?? [:]).values))
            guard requirement.isEmpty || item.theme == theme || shared >= Self.manyWords else { return nil }
            return SimilarRecommendation(
                item: item, cycle: cycles[item.assessment],
                isOfRequirement: item.requirement == requirement, shared: shared)
        }.sorted { left, right in
            if left.isOfRequirement != right.isOfRequirement { return left.isOfRequirement }
            return (-left.shared, left.item.id) < (-right.shared, right.item.id)
        }.prefix(8).map { $0 }
    }

    /// From this share of words on, texts on other matters resemble each other too.
    private static var manyWords: Double { 0.25 }
}
