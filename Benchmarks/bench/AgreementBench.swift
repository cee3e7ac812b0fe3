import Surveys

/// Agreement between raters: alpha with its interval, and without each rater in turn.
struct AgreementBench {
    private static let raters = 20
    private static let units = 2_000
    private static let categories = 5
    private let ratings: Ratings

    /// Invented ratings: mostly a unit's own category, else any, and one in ten missing.
    init() throws {
        var random = Draws(position: 2_000)
        let matrix = (0..<Self.units).map { _ -> [Int?] in
            let usual = random.below(Self.categories)
            return (0..<Self.raters).map { _ -> Int? in
                if random.below(10) == 0 { return nil }
                return random.below(10) < 6 ? usual : random.below(Self.categories)
            }
        }
        ratings = try Ratings(matrix: matrix, categories: Self.categories)
    }

    func figures() -> [Figure] {
        let shape = "\(Self.raters) raters x \(Self.units) units"
        var figures = MeasurementLevel.allCases.map { level -> Figure in
            let seconds = Stopwatch.best(of: 3) {
                var random = Draws(position: 1)
                _ = ratings.estimate(at: level, using: &random)
            }
            return Figure(
                name: "agreement: \(shape), \(level.rawValue), 1,000 resamples", target: "<= 1 s",
                measured: "\((seconds * 1e3).plain(0)) ms", ratio: nil, holds: seconds <= 1)
        }
        let seconds = Stopwatch.best(of: 3) { _ = ratings.influenceOfRaters(at: .ordinal) }
        figures.append(
            Figure(
                name: "agreement: \(shape), without each rater", target: "<= 1 s",
                measured: "\((seconds * 1e3).plain(0)) ms", ratio: nil, holds: seconds <= 1))
        return figures
    }

    /// SplitMix64: the same ratings and resamples in every run.
    private struct Draws: RandomNumberGenerator {
        var position: UInt64

        mutating func next() -> UInt64 {
            position &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (position ^ (position >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    }
}
