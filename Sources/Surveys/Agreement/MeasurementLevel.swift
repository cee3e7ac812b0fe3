/// What the distance between two categories means, and so how much a disagreement weighs.
///
/// A disagreement between categories `c` and `k` weighs δ², which is zero where `c` is `k`:
///
/// - Source: Krippendorff, *Content Analysis*, chapter on reliability, metric differences; Hayes and Krippendorff,
///   "Answering the call for a standard reliability measure for coding data" (2007).
public enum MeasurementLevel: String, CaseIterable, Hashable, Sendable {
    /// Categories differ or do not: δ² is 1. Their order does not matter.
    case nominal
    /// Categories have an order, but no distances: δ is how many of the values given lie between the two, with half
    /// of those in either. It is thus taken from the ratings themselves.
    case ordinal
    /// Neighbouring categories are one step apart, everywhere the same: δ is the difference of their indices.
    case interval

    /// Weights of all pairs of categories.
    ///
    /// - Parameter marginals: how many pairable values fell in each category, in the order of the categories.
    /// - Returns: δ² of every pair with `lower < upper`, in the order of ``CategoryPairs``.
    func weights(marginals: [Int]) -> [Double] {
        var weights: [Double] = []
        weights.reserveCapacity(CategoryPairs.count(categories: marginals.count))
        for upper in marginals.indices {
            // Counts of the categories below `upper`, from `lower` on.
            var between = marginals[..<upper].reduce(0, +)
            for lower in 0..<upper {
                switch self {
                case .nominal: weights.append(1)
                case .ordinal:
                    let distance = Double(between) + Double(marginals[upper] - marginals[lower]) / 2
                    weights.append(distance * distance)
                    between -= marginals[lower]
                case .interval:
                    let distance = Double(upper - lower)
                    weights.append(distance * distance)
                }
            }
        }
        return weights
    }
}

/// Numbers the pairs of two different categories: (0, 1), (0, 2), (1, 2), (0, 3) …
enum CategoryPairs {
    static func count(categories: Int) -> Int { categories * (categories - 1) / 2 }

    /// - Precondition: `lower < upper`.
    static func index(_ lower: Int, _ upper: Int) -> Int { upper * (upper - 1) / 2 + lower }
}
