/// How an interval is found by resampling.
public struct BootstrapPlan: Hashable, Sendable {
    /// Share of the resamples that the interval spans, above 0 and below 1.
    public let confidence: Double
    /// How many times the units are drawn anew, at least 1.
    public let resamples: Int

    /// - Parameters:
    ///   - confidence: above 0 and below 1; another one is a programmer's error and stops the program.
    ///   - resamples: at least 1; likewise.
    public init(confidence: Double = 0.95, resamples: Int = 1_000) {
        precondition(confidence > 0 && confidence < 1, "an interval spans some of the resamples, not all")
        precondition(resamples > 0, "an interval needs a resample")
        self.confidence = confidence
        self.resamples = resamples
    }
}

/// Where alpha may lie, given that other units of the kind might have been rated.
public struct AgreementInterval: Hashable, Sendable {
    /// Never above `upper`.
    public let lower: Double
    /// At most 1.
    public let upper: Double
    /// How it was found.
    public let plan: BootstrapPlan
    /// How many of the resamples had no variation, so no alpha; the bounds are taken from the others.
    public let undefinedResamples: Int
}

/// Agreement together with its interval.
public struct AgreementEstimate: Hashable, Sendable {
    public let agreement: Agreement
    /// Nil where alpha is undefined, or where only one unit is pairable: one unit does not tell how units differ.
    public let interval: AgreementInterval?
}

extension Ratings {
    /// Agreement between all raters with a percentile bootstrap interval.
    ///
    /// Each resample draws as many pairable units as there are, with replacement, and computes alpha anew, expected
    /// disagreement and ordinal distances included. Bounds are percentiles of these alphas, interpolated linearly
    /// between neighbours. Nothing forces them to enclose alpha itself. With few units the interval is too narrow, as
    /// percentile intervals are: read it as a lower bound of the doubt.
    ///
    /// Hayes and Krippendorff (2007) draw single pairs of values instead, and hold the expected disagreement fixed;
    /// drawing whole units respects that the values of one unit hang together.
    ///
    /// - Parameters:
    ///   - level: what distances between categories mean.
    ///   - plan: confidence and number of resamples.
    ///   - random: all chance comes from here: the same ratings in the same order of units and a generator in the same
    ///     position give the same interval. One index is drawn for each pairable unit and resample.
    /// - Complexity: resamples × pairable units × pairs of categories that a unit was given, of which there are at
    ///   most half the square of its values; memory is the same for one resample.
    public func estimate(
        at level: MeasurementLevel, plan: BootstrapPlan = BootstrapPlan(),
        using random: inout some RandomNumberGenerator
    ) -> AgreementEstimate {
        let table = CoincidenceTable(self)
        return AgreementEstimate(
            agreement: table.agreement(at: level),
            interval: table.interval(at: level, plan: plan, using: &random))
    }
}

extension CoincidenceTable {
    /// Draws nothing where there is no interval.
    func interval(
        at level: MeasurementLevel, plan: BootstrapPlan, using random: inout some RandomNumberGenerator
    ) -> AgreementInterval? {
        guard pairableUnits > 1, agreement(at: level).alpha.number != nil else { return nil }
        var alphas: [Double] = []
        alphas.reserveCapacity(plan.resamples)
        var counts = Array(repeating: 0, count: slots)
        for _ in 0..<plan.resamples {
            for slot in counts.indices { counts[slot] = 0 }
            for _ in 0..<pairableUnits { add(Int.random(in: 0..<pairableUnits, using: &random), to: &counts) }
            let alpha = agreement(at: level, counts: counts, units: pairableUnits).alpha
            if let number = alpha.number { alphas.append(number) }
        }
        guard !alphas.isEmpty else { return nil }
        alphas.sort()
        let tail = (1 - plan.confidence) / 2
        return AgreementInterval(
            lower: Self.quantile(tail, of: alphas), upper: Self.quantile(1 - tail, of: alphas), plan: plan,
            undefinedResamples: plan.resamples - alphas.count)
    }

    /// - Parameters:
    ///   - share: 0 for the least, 1 for the greatest; linear between neighbours.
    ///   - sorted: ascending, not empty.
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = Int(position.rounded(.down))
        let above = min(below + 1, sorted.count - 1)
        let between = sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
        // Rounding may overshoot by a last digit.
        return min(between, sorted[above])
    }
}
