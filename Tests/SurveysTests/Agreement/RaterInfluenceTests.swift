import Surveys
import TestSeeds
import Testing

/// Leaving a rater out is the same as never having asked them.
@Suite struct RaterInfluenceTests {
    @Test(arguments: Seeds.standard)
    func `agreement without a rater is that of the ratings without their column`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            let ratings = try Ratings(matrix: matrix, categories: categories)
            for level in MeasurementLevel.allCases {
                let all = ratings.agreement(at: level).alpha.number
                let influences = ratings.influenceOfRaters(at: level)
                #expect(influences.map(\.rater) == ratings.raters)
                for (column, influence) in influences.enumerated() {
                    var less = matrix
                    for unit in less.indices { less[unit].remove(at: column) }
                    let without = try Ratings(matrix: less, categories: categories).agreement(at: level)
                    #expect(influence.agreementWithout == without)
                    let change = all.flatMap { all in without.alpha.number.map { $0 - all } }
                    #expect(influence.change == change)
                }
            }
        }
    }

    @Test func `without the one who differs from the others they agree`() throws {
        let matrix = (0..<12).map { unit -> [Int?] in [unit % 3, unit % 3, (unit + 1 + unit / 6) % 3] }
        let influences = try Ratings(matrix: matrix, categories: 3).influenceOfRaters(at: .nominal)
        #expect(influences[2].agreementWithout.alpha == .value(1))
        let changes = influences.compactMap(\.change)
        #expect(changes.count == 3)
        #expect(changes[2] > 0 && changes[0] < 0 && changes[1] < 0)
    }

    @Test func `of two raters neither can be left out`() throws {
        let influences = try Ratings(matrix: [[0, 0], [1, 1]], categories: 2).influenceOfRaters(at: .nominal)
        #expect(influences.map(\.agreementWithout.alpha) == [.noPairableValues, .noPairableValues])
        #expect(influences.map(\.change) == [nil, nil])
    }
}
