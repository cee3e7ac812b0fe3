import Surveys
import TestSeeds
import Testing

/// The table is the same from rows and from a matrix, and refuses what does not fit.
@Suite struct RatingsTests {
    @Test(arguments: Seeds.standard)
    func `rows in any order and a matrix agree alike`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let (matrix, categories) = RandomMatrix.any(using: &random)
            var rows: [Rating] = []
            for (unit, values) in matrix.enumerated() {
                for (rater, value) in values.enumerated() {
                    if let value { rows.append(Rating(unit: "u\(unit)", rater: "r\(rater)", value: value)) }
                }
            }
            let fromRows = try Ratings(rows: rows.shuffled(using: &random), categories: categories)
            let fromMatrix = try Ratings(matrix: matrix, categories: categories)
            for level in MeasurementLevel.allCases {
                #expect(fromRows.agreement(at: level) == fromMatrix.agreement(at: level))
            }
            for (number, unit) in fromRows.units.enumerated() {
                for (column, rater) in fromRows.raters.enumerated() {
                    let row = rows.first { $0.unit == unit && $0.rater == rater }
                    #expect(fromRows[unit: number, rater: column] == row?.value)
                }
            }
        }
    }

    @Test func `units and raters of a matrix are called by their numbers`() throws {
        let ratings = try Ratings(matrix: [[0, nil, 1], [nil, nil, nil]], categories: 2)
        #expect(ratings.units == ["1", "2"])
        #expect(ratings.raters == ["1", "2", "3"])
        #expect((0..<3).map { ratings[unit: 0, rater: $0] } == [0, nil, 1])
        #expect((0..<3).allSatisfy { ratings[unit: 1, rater: $0] == nil })
    }

    @Test(arguments: [-1, 3, Int.max, Int.min])
    func `a value that the scale lacks is refused`(value: Int) {
        #expect(throws: RatingsError.valueOutOfRange(unit: "q", rater: "x", value: value)) {
            try Ratings(rows: [Rating(unit: "q", rater: "x", value: value)], categories: 3)
        }
        #expect(throws: RatingsError.valueOutOfRange(unit: "2", rater: "1", value: value)) {
            try Ratings(matrix: [[2], [value]], categories: 3)
        }
    }

    @Test(arguments: [0, -1, Ratings.mostCategories + 1])
    func `a scale without categories or with too many is refused`(categories: Int) {
        #expect(throws: RatingsError.categoriesOutOfRange(categories)) {
            try Ratings(rows: [], categories: categories)
        }
        #expect(throws: RatingsError.categoriesOutOfRange(categories)) {
            try Ratings(matrix: [], categories: categories)
        }
    }

    @Test func `a rater rates a unit once`() {
        let rows = ["x", "y", "x"].map { Rating(unit: "q", rater: $0, value: 1) }
        #expect(throws: RatingsError.ratedTwice(unit: "q", rater: "x")) {
            try Ratings(rows: rows, categories: 2)
        }
    }

    @Test(arguments: [[0], [0, 1, 1]] as [[Int?]])
    func `rows of a matrix are of one length`(row: [Int?]) {
        #expect(throws: RatingsError.unevenRow(unit: "2", cells: row.count, expected: 2)) {
            try Ratings(matrix: [[0, 1], row], categories: 2)
        }
    }
}
