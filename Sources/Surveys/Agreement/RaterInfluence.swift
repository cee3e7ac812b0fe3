/// How agreement changes without one rater.
public struct RaterInfluence: Hashable, Sendable {
    /// Identifier of the rater who is left out.
    public let rater: String
    /// Agreement between all others. Units that keep fewer than two values drop out, so it may rest on fewer units.
    public let agreementWithout: Agreement
    /// Alpha without the rater less alpha with everybody: above 0 where the others agree better among themselves; nil
    /// where either is undefined.
    public let change: Double?
}

extension Ratings {
    /// Agreement with each rater left out in turn, and how it differs from that of all.
    ///
    /// A great change is a reason to look, not a finding: whoever rated the hard units also lowers agreement.
    ///
    /// - Parameter level: what distances between categories mean. Ordinal ones are taken anew from what is left.
    /// - Returns: one for each of ``raters``, in their order. Of two raters, either leaves nothing to compare.
    /// - Complexity: one pass over the ratings for each rater.
    public func influenceOfRaters(at level: MeasurementLevel) -> [RaterInfluence] {
        let all = agreement(at: level).alpha.number
        return raters.indices.map { rater in
            let without = CoincidenceTable(self, omitting: rater).agreement(at: level)
            var change: Double?
            if let all, let number = without.alpha.number { change = number - all }
            return RaterInfluence(rater: raters[rater], agreementWithout: without, change: change)
        }
    }
}
