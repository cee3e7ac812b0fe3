import Pack
import Record

/// Which requirements of an assessment are read a second time: a share that follows from identifiers alone, and all
/// top shortfalls.
///
/// Nobody chooses the share: whether a requirement is in it follows from the assessment's identifier and its code, so
/// that it is the same whenever and by whomever it is asked.
public struct SecondReadingSample: Sendable {
    let assessment: String
    let rules: Pack.RatingRules.SecondReading
    let scale: Pack.Scale

    /// Codes, in their order.
    ///
    /// - Parameter rows: as rated so far; only first readers' values count.
    public func requirements(_ rows: [RatingRow]) -> [String] {
        requirements(
            Dictionary(
                rows.compactMap { row in row.first?.value.map { (row.requirement, $0) } }
            ) { first, _ in first })
    }

    /// - Parameter values: what the first reader gave, by requirement.
    func requirements(_ values: [String: String]) -> [String] {
        var drawn = rules.share > 0 ? values.keys.filter { number(of: $0) % 100 < UInt64(rules.share) } : []
        // A case with few ratings is read too.
        if drawn.isEmpty, rules.share > 0,
            let least = values.keys.min(by: { number(of: $0) < number(of: $1) })
        {
            drawn = [least]
        }
        return Set(drawn).union(shortfalls(values)).sorted()
    }

    func shortfalls(_ values: [String: String]) -> [String] {
        values.filter { scale.isLowest($0.value, of: rules.shortfalls) }.keys.sorted()
    }

    private func number(of requirement: String) -> UInt64 {
        let text = "stocktake second reading\n\(assessment)\n\(requirement)"
        return SHA256.hash(Array(text.utf8)).bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Pack {
    /// Nil where this pack asks for no second reading.
    public func sample(of assessment: AssessmentView) -> SecondReadingSample? {
        guard let rules = ratingRules?.secondReading, let scale = scale(of: assessment.questionnaire) else {
            return nil
        }
        return SecondReadingSample(assessment: assessment.id.rawValue, rules: rules, scale: scale)
    }
}
