/// What each pairable unit adds to the counts from which alpha is computed.
///
/// Krippendorff's coincidence matrix has in cell (c, k) the ordered pairs of values c and k within a unit, each
/// divided by the unit's number of values less one. Here the pairs stay whole numbers, apart by that divisor, until
/// all units are summed. So sums are exact, the order of units and raters cannot be seen in the last digits, and a
/// resample of units adds up short lists of integers.
struct CoincidenceTable: Sendable {
    /// A count and by how much it grows.
    struct Addition: Sendable {
        let slot: Int
        let amount: Int
    }

    /// A pair of different categories within units that have the same number of values.
    struct Place: Hashable, Comparable, Sendable {
        /// The unit's number of values less one.
        let divisor: Int
        /// In the order of ``CategoryPairs``.
        let pair: Int

        static func < (one: Self, other: Self) -> Bool {
            (one.divisor, one.pair) < (other.divisor, other.pair)
        }
    }

    let categories: Int
    /// What is counted in the slots from `categories` on; the slots before hold the values in each category.
    private let places: [Place]
    /// For all pairable units one after the other.
    private let additions: [Addition]
    /// Where in `additions` each pairable unit begins; at last where all end.
    private let starts: [Int]

    var pairableUnits: Int { starts.count - 1 }
    /// How many counts ``add(_:to:)`` needs.
    var slots: Int { categories + places.count }

    /// - Parameter omitted: index of a rater whose values are taken as missing; nil to take all.
    init(_ ratings: Ratings, omitting omitted: Int? = nil) {
        var counter = UnitCounter(categories: ratings.categories)
        for unit in ratings.entries { counter.count(unit, omitting: omitted) }
        // By place and not by first appearance: sums are then taken in the same order whatever the order of units.
        let sorted = counter.slotOfPlace.sorted { $0.key < $1.key }
        var slots = Array(repeating: 0, count: sorted.count)
        for (slot, place) in sorted.enumerated() { slots[place.value] = ratings.categories + slot }
        categories = ratings.categories
        places = sorted.map(\.key)
        starts = counter.starts
        additions = counter.additions.map { addition in
            let place = addition.slot - ratings.categories
            return place < 0 ? addition : Addition(slot: slots[place], amount: addition.amount)
        }
    }

    /// Adds one unit's counts.
    ///
    /// - Parameters:
    ///   - unit: `0..<pairableUnits`.
    ///   - counts: one for each of ``slots``.
    func add(_ unit: Int, to counts: inout [Int]) {
        for position in starts[unit]..<starts[unit + 1] {
            let addition = additions[position]
            counts[addition.slot] += addition.amount
        }
    }

    /// Agreement over all units, each once.
    func agreement(at level: MeasurementLevel) -> Agreement {
        var counts = Array(repeating: 0, count: slots)
        for unit in 0..<pairableUnits { add(unit, to: &counts) }
        return agreement(at: level, counts: counts, units: pairableUnits)
    }

    /// - Parameter counts: the sums over the units that count.
    func agreement(at level: MeasurementLevel, counts: [Int], units: Int) -> Agreement {
        let marginals = Array(counts.prefix(categories))
        let values = marginals.reduce(0, +)
        guard values > 1 else {
            return Agreement(
                level: level, alpha: .noPairableValues, observedDisagreement: nil, expectedDisagreement: nil,
                pairableValues: 0, pairableUnits: 0)
        }
        let weights = level.weights(marginals: marginals)
        let observed = observed(counts: counts, weights: weights) / Double(values)
        let expected = Self.expected(marginals: marginals, weights: weights, values: values)
        let varies = marginals.filter { $0 > 0 }.count > 1
        return Agreement(
            level: level, alpha: varies ? .value(1 - observed / expected) : .noVariation,
            observedDisagreement: observed, expectedDisagreement: expected, pairableValues: values,
            pairableUnits: units)
    }

    /// Weighted disagreements of the coincidence matrix, both of its halves.
    private func observed(counts: [Int], weights: [Double]) -> Double {
        var sum = 0.0
        for (place, count) in zip(places, counts.dropFirst(categories)) where count > 0 {
            sum += 2 * Double(count) * weights[place.pair] / Double(place.divisor)
        }
        return sum
    }

    /// Weighted mean over all pairs that can be made of the values, a value not being paired with itself.
    private static func expected(marginals: [Int], weights: [Double], values: Int) -> Double {
        var sum = 0.0
        for upper in marginals.indices where marginals[upper] > 0 {
            for lower in 0..<upper where marginals[lower] > 0 {
                let pairs = Double(marginals[lower]) * Double(marginals[upper])
                sum += 2 * pairs * weights[CategoryPairs.index(lower, upper)]
            }
        }
        return sum / (Double(values) * Double(values - 1))
    }
}
