import TestSeeds
import Testing

@testable import Surveys

/// Intervals come from resampled units and from nothing else.
@Suite struct IntervalTests {
    private static func ratings(seed: UInt64, units: Int = 30) throws -> Ratings {
        var random = SeededGenerator(seed: seed)
        let matrix = RandomMatrix.make(units: units, raters: 4, categories: 5, using: &random)
        return try Ratings(matrix: matrix, categories: 5)
    }

    @Test(arguments: MeasurementLevel.allCases)
    func `the same seed gives the same interval, and another one another`(level: MeasurementLevel) throws {
        let ratings = try Self.ratings(seed: 3)
        let plan = BootstrapPlan(resamples: 200)
        let intervals = [UInt64(1), 1, 2].map { seed in
            var random = SeededGenerator(seed: seed)
            return ratings.estimate(at: level, plan: plan, using: &random).interval
        }
        #expect(intervals[0] != nil)
        #expect(intervals[0] == intervals[1])
        #expect(intervals[0] != intervals[2])
    }

    /// Draws by the same generator, but makes a matrix of each resample and takes its alpha by the definition.
    @Test(arguments: MeasurementLevel.allCases, Seeds.standard)
    func `an interval is the percentiles of alphas of units drawn with replacement`(
        level: MeasurementLevel, seed: UInt64
    ) throws {
        var making = SeededGenerator(seed: seed)
        let matrix = RandomMatrix.make(units: 15, raters: 4, categories: 4, using: &making)
            .filter { $0.compactMap { $0 }.count > 1 }
        var random = SeededGenerator(seed: seed)
        var alphas: [Double] = []
        for _ in 0..<41 {
            let drawn = matrix.indices.map { _ in matrix[Int.random(in: matrix.indices, using: &random)] }
            alphas.append(
                try #require(PairwiseAlpha.number(drawn, categories: 4, at: level), "draw another seed"))
        }
        alphas.sort()
        var again = SeededGenerator(seed: seed)
        let interval = try #require(
            Ratings(matrix: matrix, categories: 4).estimate(
                at: level, plan: BootstrapPlan(confidence: 0.9, resamples: 41), using: &again
            ).interval)
        // A twentieth of the way from the first of 41 to the last is the third.
        #expect(abs(interval.lower - alphas[2]) < 1e-12)
        #expect(abs(interval.upper - alphas[38]) < 1e-12)
        #expect(interval.undefinedResamples == 0)
        #expect(interval.plan == BootstrapPlan(confidence: 0.9, resamples: 41))
        #expect(random.draws == again.draws)
    }

    @Test func `percentiles lie between neighbours in proportion`() {
        let sorted = [1.0, 2, 4, 8]
        #expect(CoincidenceTable.quantile(0, of: sorted) == 1)
        #expect(CoincidenceTable.quantile(1, of: sorted) == 8)
        #expect(CoincidenceTable.quantile(0.5, of: sorted) == 3)
        #expect(CoincidenceTable.quantile(0.75, of: sorted) == 5)
        #expect(CoincidenceTable.quantile(0.3, of: [5]) == 5)
    }

    @Test(arguments: Seeds.standard)
    func `more confidence never gives a narrower interval, and none reaches above one`(seed: UInt64) throws {
        let ratings = try Self.ratings(seed: seed)
        for level in MeasurementLevel.allCases {
            let intervals = try [0.5, 0.9, 0.99].map { confidence in
                var random = SeededGenerator(seed: seed)
                let plan = BootstrapPlan(confidence: confidence, resamples: 300)
                return try #require(ratings.estimate(at: level, plan: plan, using: &random).interval)
            }
            for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
                #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper)
            }
            for interval in intervals { #expect(interval.lower <= interval.upper && interval.upper <= 1) }
        }
    }

    @Test func `units that are all alike leave no doubt`() throws {
        let ratings = try Ratings(matrix: Array(repeating: [0, 1, 1], count: 8), categories: 2)
        var random = SeededGenerator(seed: 1)
        let estimate = ratings.estimate(at: .nominal, using: &random)
        let interval = try #require(estimate.interval)
        #expect(estimate.agreement.alpha == .value(interval.lower))
        #expect(interval.lower == interval.upper)
        #expect(interval.plan.confidence == 0.95 && interval.plan.resamples == 1_000)
    }

    @Test func `units with a single value are not drawn`() throws {
        let matrix: [[Int?]] = [[0, 0], [1, 0], [1, 1], [0, 1], [1, 1]]
        let plain = try Ratings(matrix: matrix, categories: 2)
        let longer = try Ratings(matrix: [[1, nil]] + matrix + [[nil, nil], [nil, 0]], categories: 2)
        var (one, other) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
        #expect(plain.estimate(at: .ordinal, using: &one) == longer.estimate(at: .ordinal, using: &other))
        #expect(one.draws == other.draws && one.draws > 0)
    }

    /// Two units without variation each: half of the resamples draw one of them twice.
    @Test func `resamples without variation are counted and left out`() throws {
        let ratings = try Ratings(matrix: [[0, 0], [1, 1]], categories: 2)
        var random = SeededGenerator(seed: 1)
        let interval = try #require(ratings.estimate(at: .interval, using: &random).interval)
        #expect((400...600).contains(interval.undefinedResamples))
        #expect(interval.lower == 1 && interval.upper == 1)
    }

    @Test(arguments: [[], [[0, 1]], [[1, 1], [1, 1]], [[0, nil], [nil, 1]]] as [[[Int?]]])
    func `without alpha, or with one unit, there is no interval and nothing is drawn`(matrix: [[Int?]]) throws
    {
        var random = SeededGenerator(seed: 1)
        let ratings = try Ratings(matrix: matrix, categories: 2)
        let estimate = ratings.estimate(at: .nominal, using: &random)
        #expect(estimate.interval == nil)
        #expect(estimate.agreement == ratings.agreement(at: .nominal))
        #expect(random.draws == 0)
    }
}
