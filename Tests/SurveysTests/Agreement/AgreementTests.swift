import Surveys
import TestSeeds
import Testing

/// What alpha must do whatever the ratings, and where it is not defined.
@Suite struct AgreementTests {
    private static let levels = MeasurementLevel.allCases

    @Test(arguments: Seeds.standard)
    func `alpha is what comparing every value with every other gives`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            let ratings = try Ratings(matrix: matrix, categories: categories)
            for level in Self.levels {
                let alpha = ratings.agreement(at: level).alpha.number
                let slow = PairwiseAlpha.number(matrix, categories: categories, at: level)
                #expect((alpha == nil) == (slow == nil))
                if let alpha, let slow { #expect(abs(alpha - slow) < 1e-12) }
            }
        }
    }

    /// To the last digit: sums are taken over whole numbers.
    @Test(arguments: Seeds.standard)
    func `the order of units and of raters changes nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            let raters = matrix[0].indices.shuffled(using: &random)
            let mixed = matrix.shuffled(using: &random).map { row in raters.map { row[$0] } }
            let (one, other) = (
                try Ratings(matrix: matrix, categories: categories),
                try Ratings(matrix: mixed, categories: categories)
            )
            for level in Self.levels { #expect(one.agreement(at: level) == other.agreement(at: level)) }
        }
    }

    @Test(arguments: Seeds.standard)
    func `units with one value or none, and categories nobody used, change nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            let missing: [Int?] = Array(repeating: nil, count: matrix[0].count)
            var single = missing
            single[Int.random(in: single.indices, using: &random)] = Int.random(
                in: 0..<categories, using: &random)
            let longer = (matrix + [single, missing]).shuffled(using: &random)
            let (one, other) = (
                try Ratings(matrix: matrix, categories: categories),
                try Ratings(matrix: longer, categories: categories + 3)
            )
            for level in Self.levels { #expect(one.agreement(at: level) == other.agreement(at: level)) }
        }
    }

    @Test(arguments: Seeds.standard)
    func `reading the scale backwards changes nothing, and names do not matter to a nominal one`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            let names = (0..<categories).shuffled(using: &random)
            let backwards = matrix.map { $0.map { $0.map { categories - 1 - $0 } } }
            let renamed = matrix.map { $0.map { $0.map { names[$0] } } }
            for level in Self.levels {
                let alpha = try Ratings(matrix: matrix, categories: categories).agreement(at: level).alpha
                let turned = try Ratings(
                    matrix: level == .nominal ? renamed : backwards, categories: categories
                )
                .agreement(at: level).alpha
                #expect((alpha.number == nil) == (turned.number == nil))
                if let one = alpha.number, let other = turned.number { #expect(abs(one - other) < 1e-12) }
            }
        }
    }

    @Test(arguments: Seeds.standard)
    func `perfect agreement gives exactly one, and one value changed gives less`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var matrix = (0..<20).map { unit in
            (0..<5).map { _ -> Int? in Int.random(in: 0..<4, using: &random) == 0 ? nil : unit % 4 }
        }
        for unit in 0..<2 { matrix[unit][0] = unit; matrix[unit][1] = unit }
        let agreeing = try Ratings(matrix: matrix, categories: 4)
        for level in Self.levels {
            let agreement = agreeing.agreement(at: level)
            #expect(agreement.alpha == .value(1))
            #expect(agreement.observedDisagreement == 0)
        }
        matrix[0][0] = 1
        let differing = try Ratings(matrix: matrix, categories: 4)
        for level in Self.levels {
            let alpha = try #require(differing.agreement(at: level).alpha.number)
            #expect(alpha < 1)
        }
    }

    @Test func `raters who always differ agree less than by chance`() throws {
        let ratings = try Ratings(matrix: [[0, 1], [1, 0], [0, 1], [1, 0]], categories: 2)
        for level in Self.levels {
            let alpha = try #require(ratings.agreement(at: level).alpha.number)
            #expect(abs(alpha - (1 - 7.0 / 4)) < 1e-12)
        }
    }

    @Test(arguments: [[], [[]], [[0, nil], [nil, 1]], [[nil, nil]], [[1], [0]]] as [[[Int?]]])
    func `without a unit of two values there is nothing to compare`(matrix: [[Int?]]) throws {
        let ratings = try Ratings(matrix: matrix, categories: 2)
        for level in Self.levels {
            let agreement = ratings.agreement(at: level)
            #expect(agreement.alpha == .noPairableValues)
            #expect(agreement.alpha.number == nil)
            #expect(agreement.observedDisagreement == nil && agreement.expectedDisagreement == nil)
            #expect(agreement.pairableValues == 0 && agreement.pairableUnits == 0)
        }
    }

    /// The single value of the last unit is another one, but it is not pairable.
    @Test func `without variation alpha is undefined for another reason`() throws {
        let ratings = try Ratings(matrix: [[2, 2, 2], [2, 2, nil], [0, nil, nil]], categories: 3)
        for level in Self.levels {
            let agreement = ratings.agreement(at: level)
            #expect(agreement.alpha == .noVariation)
            #expect(agreement.alpha.number == nil)
            #expect(agreement.observedDisagreement == 0 && agreement.expectedDisagreement == 0)
            #expect(agreement.pairableValues == 5 && agreement.pairableUnits == 2)
        }
    }
}
