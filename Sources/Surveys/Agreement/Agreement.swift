/// Krippendorff's alpha, or why there is none.
public enum Alpha: Hashable, Sendable {
    /// 1 where all agree, 0 where values are as if given by chance, below 0 where raters disagree more than that.
    case value(Double)
    /// No unit has two values or more, so nothing can be compared.
    case noPairableValues
    /// All pairable values are in one category. Nobody disagrees, but neither could chance have: whether raters can
    /// tell categories apart is not known, and alpha (zero by zero) says neither 1 nor 0.
    case noVariation

    /// The number; nil where alpha is undefined, whichever the reason.
    public var number: Double? {
        if case .value(let number) = self { return number }
        return nil
    }
}

/// How far raters agree beyond chance: alpha with what it is made from.
///
/// Alpha is 1 − observed / expected disagreement. A value is *pairable* where its unit has another beside it; values
/// that stand alone are left out of everything. Within a unit each value is compared with each other one, and the
/// unit weighs as much as it has values, so raters may differ in number from unit to unit.
///
/// - Source: Krippendorff, *Content Analysis*, chapter on reliability; Hayes and Krippendorff (2007).
public struct Agreement: Hashable, Sendable {
    /// What distances between categories were taken to mean.
    public let level: MeasurementLevel
    /// The coefficient, or the reason why it is undefined.
    public let alpha: Alpha
    /// Mean δ² between two values of the same unit, in the squared units of the level's δ; nil without pairable
    /// values.
    public let observedDisagreement: Double?
    /// Mean δ² between any two pairable values, of whichever units; nil without pairable values, 0 without variation.
    public let expectedDisagreement: Double?
    /// How many values were compared.
    public let pairableValues: Int
    /// How many units have at least two values.
    public let pairableUnits: Int
}

extension Ratings {
    /// Agreement between all raters over all units.
    ///
    /// - Parameter level: what distances between categories mean.
    /// - Complexity: one pass over the ratings, and one over the pairs of categories.
    public func agreement(at level: MeasurementLevel) -> Agreement {
        CoincidenceTable(self).agreement(at: level)
    }
}
