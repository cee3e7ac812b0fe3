import Surveys
import TestSeeds
import Testing

/// Agreement by question or theme is that of its units alone.
@Suite struct GroupAgreementTests {
    private static func ratings() throws -> Ratings {
        let rows = [
            Rating(unit: "a/1", rater: "x", value: 0), Rating(unit: "a/1", rater: "y", value: 0),
            Rating(unit: "a/2", rater: "x", value: 2), Rating(unit: "a/2", rater: "y", value: 1),
            Rating(unit: "b/1", rater: "x", value: 1), Rating(unit: "b/1", rater: "y", value: 1),
            Rating(unit: "b/2", rater: "y", value: 1), Rating(unit: "b/2", rater: "z", value: 1),
            Rating(unit: "c/1", rater: "z", value: 2),
        ]
        return try Ratings(rows: rows, categories: 3)
    }

    @Test func `a group is rated as if there were no others`() throws {
        let groups = try Self.ratings().grouped { String($0.prefix(1)) }
        #expect(groups.keys.sorted() == ["a", "b", "c"])
        #expect(groups["a"]?.units == ["a/1", "a/2"])
        let agreements = Agreement.ofEach(groups, at: .ordinal)
        let alone = try Ratings(matrix: [[0, 0], [2, 1]], categories: 3)
        #expect(agreements["a"] == alone.agreement(at: .ordinal))
        #expect(agreements["b"]?.alpha == .noVariation)
        #expect(agreements["c"]?.alpha == .noPairableValues)
    }

    @Test func `units without a group are left out`() throws {
        let groups = try Self.ratings().grouped { $0.hasPrefix("a") ? 1 : nil }
        #expect(groups.mapValues(\.units) == [1: ["a/1", "a/2"]])
    }

    @Test func `intervals of groups are repeatable, by the order of their keys`() throws {
        var making = SeededGenerator(seed: 9)
        var groups: [Int: Ratings] = [:]
        for key in 0..<12 {
            let matrix = RandomMatrix.make(units: 20, raters: 3, categories: 4, using: &making)
            groups[key] = try Ratings(matrix: matrix, categories: 4)
        }
        let plan = BootstrapPlan(resamples: 50)
        var (one, other) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
        let estimates = AgreementEstimate.ofEach(groups, at: .interval, plan: plan, using: &one)
        #expect(estimates.count == 12)
        for (key, ratings) in groups.sorted(by: { $0.key < $1.key }) {
            #expect(estimates[key] == ratings.estimate(at: .interval, plan: plan, using: &other))
        }
    }
}
