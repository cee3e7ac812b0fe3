/// One value that one rater gave one unit.
public struct Rating: Hashable, Sendable {
    /// Identifier of what was rated.
    public let unit: String
    /// Identifier of who rated.
    public let rater: String
    /// Index of the category on the scale, from 0.
    public let value: Int

    public init(unit: String, rater: String, value: Int) {
        self.unit = unit
        self.rater = rater
        self.value = value
    }
}

/// Why ratings do not make a table.
public enum RatingsError: Error, Hashable, Sendable {
    /// A scale has at least one category and at most ``Ratings/mostCategories``.
    case categoriesOutOfRange(Int)
    /// The scale has no such category.
    case valueOutOfRange(unit: String, rater: String, value: Int)
    /// A rater gave the same unit two values, the same or not.
    case ratedTwice(unit: String, rater: String)
    /// A row of a matrix has not as many cells as the first one.
    case unevenRow(unit: String, cells: Int, expected: Int)
}
