import Disclosure
import Pack
import Record
import Surveys

/// How far raters agree beyond chance, over what a viewer may see.
public struct AgreementReport: Sendable {
    /// Agreement of one group of ratings.
    public struct Line: Sendable {
        /// Code of the theme or requirement; empty for all together.
        public let code: String
        public let estimate: AgreementEstimate

        /// Whether so few requirements were rated by two that an interval would look surer than it is.
        public var isTooFew: Bool { estimate.agreement.pairableUnits < AgreementReport.fewestUnits }
        /// The interval, where it rests on enough.
        public var interval: AgreementInterval? { isTooFew ? nil : estimate.interval }
    }

    /// An interval over fewer is none to rely on.
    public static let fewestUnits = 10

    /// Code of the scale on which the ratings stand.
    public let scale: String
    public let all: Line
    public let themes: [Line]
    public let requirements: [Line]
    /// How alpha changes without one rater; for a head alone, else empty. Of two raters, either leaves nothing to compare:
    /// none is shown.
    public let raters: [RaterInfluence]
}

extension Reader {
    /// Agreement between first and second readers, for each scale in use; for the Directorate alone.
    public func agreementOfReaders() throws -> [AgreementReport] {
        guard viewer.audience == .directorate, let pack else { return [] }
        let questionnaires = Dictionary(
            try assessments().map { ($0.id.rawValue, $0.questionnaire) }
        ) { first, _ in first }
        let ratings = try items(.rating).filter { $0.text("reader") != "settled" }
        let byScale = Dictionary(grouping: ratings) { rating in
            questionnaires[rating.assessment].flatMap { pack.scale(of: $0)?.code } ?? ""
        }
        return try pack.scales.compactMap { scale in
            guard let found = byScale[scale.code] else { return nil }
            return try report(found, on: scale, unit: { "\($0.assessment)/\($0.requirement)" })
        }
    }

    /// Agreement between the raters of some items; nil where nothing is rated on the scale.
    ///
    /// The same ratings give the same intervals: chance is derived from what is rated.
    ///
    /// - Parameter unit: what an item rates; one rater rates it once.
    func report(
        _ items: [ItemView], on scale: Pack.Scale, unit: (ItemView) -> String
    ) throws -> AgreementReport? {
        var themes: [String: String] = [:]
        var requirements: [String: String] = [:]
        var seen: Set<[String]> = []
        let rows = items.compactMap { item -> Rating? in
            let name = unit(item)
            // I14: what is outside the order counts as missing.
            guard let place = scale.place(of: item.value), !item.author.isEmpty,
                seen.insert([name, item.author]).inserted
            else { return nil }
            (themes[name], requirements[name]) = (item.theme, item.requirement)
            return Rating(unit: name, rater: item.author, value: place)
        }
        return try report(rows, themes, requirements, on: scale, tellsRaters: viewer.capacity == .head)
    }

    /// Agreement where it is known only how many gave a text which value: alpha asks no more. The raters are nobody.
    func report(ofCounts units: [ItemView], on scale: Pack.Scale) throws -> AgreementReport? {
        let rows = units.flatMap { unit in
            scale.ordered.indices.flatMap { place in
                repeatElement(place, count: unit.counts[scale.ordered[place].code] ?? 0)
            }.enumerated().map { Rating(unit: unit.id, rater: "\($0.offset)", value: $0.element) }
        }
        func byUnit(_ of: (ItemView) -> String) -> [String: String] {
            Dictionary(units.map { ($0.id, of($0)) }) { first, _ in first }
        }
        return try report(
            rows, byUnit(\.theme), byUnit(\.requirement), on: scale, tellsRaters: false)
    }

    private func report(
        _ rows: [Rating], _ themes: [String: String], _ requirements: [String: String], on scale: Pack.Scale,
        tellsRaters: Bool
    ) throws -> AgreementReport? {
        guard !rows.isEmpty else { return nil }
        let ratings = try Ratings(
            rows: rows.sorted { ($0.unit, $0.rater) < ($1.unit, $1.rater) }, categories: scale.ordered.count)
        return AgreementReport(
            scale: scale.code, all: line("", ratings),
            themes: lines(ratings.grouped { themes[$0] }),
            requirements: lines(ratings.grouped { requirements[$0] }),
            raters: tellsRaters && ratings.raters.count > 2 ? ratings.influenceOfRaters(at: .ordinal) : [])
    }

    /// Groups in which something can be compared, in the order of their codes.
    private func lines(_ groups: [String: Ratings]) -> [AgreementReport.Line] {
        groups.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
            .filter { $0.estimate.agreement.pairableUnits > 0 }
    }

    private func line(_ code: String, _ ratings: Ratings) -> AgreementReport.Line {
        var random = SeededRandom(
            seed: Array("agreement\n\(code)\n\(ratings.units.joined(separator: "\n"))".utf8))
        return .init(code: code, estimate: ratings.estimate(at: .ordinal, using: &random))
    }
}
