/// Who gave which unit which of several ordered categories.
///
/// In shape a table of units (rows) by raters (columns) in which cells may be empty; only those that are filled are
/// kept. A unit is what is rated (an answer, a passage, a case), a rater whoever rates it. Each gives a unit at most
/// one value.
public struct Ratings: Hashable, Sendable {
    /// One filled cell.
    struct Entry: Hashable, Sendable {
        /// Index in ``Ratings/raters``.
        let rater: Int
        /// Index of the category.
        let value: Int
    }

    /// The most categories that a scale may have: counts are kept for every pair of them.
    public static let mostCategories = 256

    /// How many categories the scale has; values are `0..<categories`, in the scale's order.
    public let categories: Int
    /// Identifiers of the units, in the order in which they came.
    public let units: [String]
    /// Identifiers of the raters, in the order in which they came.
    public let raters: [String]
    /// For each unit what it was given, by ascending rater.
    let entries: [[Entry]]

    init(categories: Int, units: [String], raters: [String], entries: [[Entry]]) {
        self.categories = categories
        self.units = units
        self.raters = raters
        self.entries = entries
    }

    /// Makes the table from its filled cells, in any order.
    ///
    /// - Parameters:
    ///   - rows: one for each value given. A unit or rater without any does not exist here.
    ///   - categories: size of the scale, 1 to ``mostCategories``. Categories that nobody used change no result.
    /// - Throws: ``RatingsError``; the first fault that is met.
    public init(rows: some Sequence<Rating>, categories: Int) throws(RatingsError) {
        try Self.check(categories: categories)
        var units = IdentifierList()
        var raters = IdentifierList()
        var entries: [[Entry]] = []
        for row in rows {
            guard (0..<categories).contains(row.value) else {
                throw .valueOutOfRange(unit: row.unit, rater: row.rater, value: row.value)
            }
            let unit = units.index(of: row.unit)
            if unit == entries.count { entries.append([]) }
            entries[unit].append(Entry(rater: raters.index(of: row.rater), value: row.value))
        }
        for unit in entries.indices {
            entries[unit].sort { $0.rater < $1.rater }
            for (one, next) in zip(entries[unit], entries[unit].dropFirst()) where one.rater == next.rater {
                throw .ratedTwice(unit: units.all[unit], rater: raters.all[one.rater])
            }
        }
        self.init(categories: categories, units: units.all, raters: raters.all, entries: entries)
    }

    /// Makes the table from a matrix; units and raters are called "1", "2" … in its order.
    ///
    /// - Parameters:
    ///   - matrix: a row for each unit, in each a cell for every rater, nil where a value is missing.
    ///   - categories: size of the scale, 1 to ``mostCategories``.
    /// - Throws: ``RatingsError``; the first fault that is met.
    public init(matrix: [[Int?]], categories: Int) throws(RatingsError) {
        try Self.check(categories: categories)
        let width = matrix.first?.count ?? 0
        let raters = (0..<width).map { "\($0 + 1)" }
        var entries: [[Entry]] = []
        for (unit, row) in matrix.enumerated() {
            guard row.count == width else {
                throw .unevenRow(unit: "\(unit + 1)", cells: row.count, expected: width)
            }
            var filled: [Entry] = []
            for (rater, value) in row.enumerated() {
                guard let value else { continue }
                guard (0..<categories).contains(value) else {
                    throw .valueOutOfRange(unit: "\(unit + 1)", rater: raters[rater], value: value)
                }
                filled.append(Entry(rater: rater, value: value))
            }
            entries.append(filled)
        }
        let units = matrix.indices.map { "\($0 + 1)" }
        self.init(categories: categories, units: units, raters: raters, entries: entries)
    }

    private static func check(categories: Int) throws(RatingsError) {
        guard (1...mostCategories).contains(categories) else { throw .categoriesOutOfRange(categories) }
    }

    /// The value that a rater gave a unit; nil where it is missing.
    ///
    /// - Parameters:
    ///   - unit: index in ``units``.
    ///   - rater: index in ``raters``.
    public subscript(unit unit: Int, rater rater: Int) -> Int? {
        entries[unit].first { $0.rater == rater }?.value
    }
}

/// Numbers identifiers as they come.
private struct IdentifierList {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]

    mutating func index(of identifier: String) -> Int {
        if let place = places[identifier] { return place }
        places[identifier] = all.count
        all.append(identifier)
        return all.count - 1
    }
}
