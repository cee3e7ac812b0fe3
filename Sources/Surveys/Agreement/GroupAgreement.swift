extension Ratings {
    /// Parts the units into groups: by question, by theme.
    ///
    /// - Parameter key: says of a unit's identifier in which group it is; nil leaves it out.
    /// - Returns: for each group its units in the same order, with all raters, also those who rated none of them.
    public func grouped<Key: Hashable>(by key: (String) -> Key?) -> [Key: Ratings] {
        var members: [Key: [Int]] = [:]
        for (index, unit) in units.enumerated() {
            guard let key = key(unit) else { continue }
            members[key, default: []].append(index)
        }
        return members.mapValues { indices in
            Ratings(
                categories: categories, units: indices.map { units[$0] }, raters: raters,
                entries: indices.map { entries[$0] })
        }
    }
}

extension Agreement {
    /// Agreement within each group; groups may have other scales, units and raters.
    ///
    /// - Returns: one for every group, undefined ones included.
    public static func ofEach<Key: Hashable>(
        _ groups: [Key: Ratings], at level: MeasurementLevel
    ) -> [Key: Agreement] {
        groups.mapValues { $0.agreement(at: level) }
    }
}

extension AgreementEstimate {
    /// Agreement with its interval within each group.
    ///
    /// - Parameters:
    ///   - groups: taken in the order of their keys, so that the same generator gives the same intervals.
    ///   - level: what distances between categories mean.
    ///   - plan: confidence and number of resamples, for every group.
    ///   - random: all chance comes from here.
    /// - Returns: one for every group, undefined ones included.
    public static func ofEach<Key: Hashable & Comparable>(
        _ groups: [Key: Ratings], at level: MeasurementLevel, plan: BootstrapPlan = BootstrapPlan(),
        using random: inout some RandomNumberGenerator
    ) -> [Key: AgreementEstimate] {
        var estimates: [Key: AgreementEstimate] = [:]
        for (key, ratings) in groups.sorted(by: { $0.key < $1.key }) {
            estimates[key] = ratings.estimate(at: level, plan: plan, using: &random)
        }
        return estimates
    }
}
