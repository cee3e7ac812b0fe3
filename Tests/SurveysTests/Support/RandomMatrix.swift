import Surveys
import TestSeeds

/// Invented ratings: often the unit's own category, else any, some missing.
enum RandomMatrix {
    static func make(
        units: Int, raters: Int, categories: Int, using random: inout SeededGenerator
    ) -> [[Int?]] {
        (0..<units).map { _ in
            let usual = Int.random(in: 0..<categories, using: &random)
            return (0..<raters).map { _ -> Int? in
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<3: nil
                case 3..<7: usual
                default: Int.random(in: 0..<categories, using: &random)
                }
            }
        }
    }

    /// A matrix of random shape, with at least two raters and two categories.
    static func any(using random: inout SeededGenerator) -> (matrix: [[Int?]], categories: Int) {
        let categories = Int.random(in: 2...7, using: &random)
        let matrix = make(
            units: Int.random(in: 1...25, using: &random), raters: Int.random(in: 2...6, using: &random),
            categories: categories, using: &random)
        return (matrix, categories)
    }
}

/// Alpha by its definition: every value against every other, no table of coincidences.
enum PairwiseAlpha {
    static func number(_ matrix: [[Int?]], categories: Int, at level: MeasurementLevel) -> Double? {
        let units = matrix.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
        let values = units.flatMap { $0 }
        guard Set(values).count > 1 else { return nil }
        let counts = (0..<categories).map { category in Double(values.filter { $0 == category }.count) }
        func distance(_ one: Int, _ other: Int) -> Double {
            let (lower, upper) = (min(one, other), max(one, other))
            switch level {
            case .nominal: return one == other ? 0 : 1
            case .interval: return Double(upper - lower)
            case .ordinal:
                let between = counts[lower...upper].reduce(0, +)
                return between - (counts[lower] + counts[upper]) / 2
            }
        }
        func sum(_ values: [Int]) -> Double {
            var sum = 0.0
            for one in values { for other in values { sum += distance(one, other) * distance(one, other) } }
            return sum
        }
        let all = Double(values.count)
        let observed = units.map { sum($0) / Double($0.count - 1) }.reduce(0, +) / all
        return 1 - observed / (sum(values) / (all * (all - 1)))
    }
}
