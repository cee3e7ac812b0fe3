import Foundation
import Surveys
import Testing

/// Agreement with an implementation that others wrote: PyPI's `krippendorff` 0.9.0.
///
/// `Tests/SurveysTests/Reference/make.py` writes the file; its first lines say how to run it.
@Suite struct ReferenceTests {
    struct Case: Decodable {
        let categories: Int
        let matrix: [[Int?]]
        /// By the level's raw value.
        let alpha: [String: Double]
    }

    static func cases() throws -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Reference/matrices.json")
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    }

    @Test(arguments: MeasurementLevel.allCases)
    func `alpha is that of an independent implementation`(level: MeasurementLevel) throws {
        let cases = try Self.cases()
        #expect(cases.count == 12)
        for (number, one) in cases.enumerated() {
            let expected = try #require(one.alpha[level.rawValue])
            let ratings = try Ratings(matrix: one.matrix, categories: one.categories)
            let alpha = try #require(ratings.agreement(at: level).alpha.number)
            #expect(abs(alpha - expected) < 1e-12, "matrix \(number)")
        }
    }
}
