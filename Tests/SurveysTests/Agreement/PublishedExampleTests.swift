import Surveys
import Testing

/// Worked examples of Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), with the three decimals that
/// are printed there.
@Suite struct PublishedExampleTests {
    /// Four observers (rows) and twelve units; 0 stands for a missing value.
    static func fourObservers() throws -> Ratings {
        let observers = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ]
        let matrix = (0..<12).map { unit in
            observers.map { $0[unit] == 0 ? nil : $0[unit] - 1 }
        }
        return try Ratings(matrix: matrix, categories: 5)
    }

    @Test(arguments: [(MeasurementLevel.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849)])
    func `four observers of twelve units agree as published`(
        level: MeasurementLevel, published: Double
    ) throws {
        let agreement = try Self.fourObservers().agreement(at: level)
        let alpha = try #require(agreement.alpha.number)
        #expect(abs(alpha - published) < 0.0005)
        #expect(agreement.level == level)
        #expect(agreement.pairableValues == 40)
        #expect(agreement.pairableUnits == 11)
    }

    @Test func `two observers of ten units agree on two categories as published`() throws {
        let one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
        let other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        let ratings = try Ratings(matrix: zip(one, other).map { [$0, $1] }, categories: 2)
        let agreement = ratings.agreement(at: .nominal)
        let alpha = try #require(agreement.alpha.number)
        #expect(abs(alpha - 0.095) < 0.0005)
        // Four of ten units differ; of twenty values, fourteen are 0 and six are 1: 8 / 20, 168 / 380.
        #expect(agreement.observedDisagreement == 0.4)
        #expect(agreement.expectedDisagreement == Double(168) / Double(380))
    }

    @Test func `two observers of twelve units agree on five categories as published`() throws {
        let one = [0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0]
        let other = [1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3]
        let ratings = try Ratings(matrix: zip(one, other).map { [$0, $1] }, categories: 5)
        let alpha = try #require(ratings.agreement(at: .nominal).alpha.number)
        #expect(abs(alpha - 0.692) < 0.0005)
    }
}
