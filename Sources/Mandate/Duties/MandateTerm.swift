/// How long the resolution that set a duty governs, and what came after it.
public struct MandateTerm: Hashable, Sendable {
    /// A later resolution's effect on this one.
    public struct Succession: Hashable, Sendable {
        public enum Effect: Hashable, Sendable {
            /// Recurring duties live on until this day, dated ones are history.
            case renewed(until: CalendarDate)
            /// Its duties change one by one; the term stands.
            case amended
            /// Another resolution's duties take the place of these.
            case replaced
            case ended
        }

        public let effect: Effect
        public let by: Symbol
        /// The first day on which it has effect: as a rule the successor's adoption.
        public let from: CalendarDate

        public init(_ effect: Effect, by symbol: Symbol, from day: CalendarDate) {
            (self.effect, by, from) = (effect, symbol, day)
        }
    }

    public let adopted: CalendarDate
    /// Last day of the term that the resolution itself sets; nil where it sets none.
    public let ends: CalendarDate?
    /// In the order of their effect.
    public let successions: [Succession]

    public init(adopted: CalendarDate, ends: CalendarDate?, successions: [Succession] = []) {
        (self.adopted, self.ends) = (adopted, ends)
        self.successions = successions.sorted { $0.from < $1.from }
    }

    /// The last day on which duties of this mandate bind, as known on a day; nil while it has no end.
    ///
    /// - Source: I28; S/RES/2617(2021)/OP/2, prolonged by a successor that was adopted before.
    public func lastDay(asOf today: CalendarDate) -> CalendarDate? {
        var last = ends
        for succession in successions where succession.from <= today {
            switch succession.effect {
            case .renewed(let until): last = until
            case .replaced, .ended: last = min(last ?? succession.from.previous, succession.from.previous)
            case .amended: break
            }
        }
        return last
    }

    /// Whether the resolution's own term is over, by its date or by a successor.
    func isHistory(on today: CalendarDate) -> Bool {
        if let ends, today > ends { return true }
        return successions.contains { succession in
            if case .amended = succession.effect { return false }
            return succession.from <= today
        }
    }

    func isRenewed(on today: CalendarDate) -> Bool {
        successions.contains { succession in
            if case .renewed = succession.effect { return succession.from <= today }
            return false
        }
    }

    func isOver(on today: CalendarDate) -> Bool {
        lastDay(asOf: today).map { $0 < today } ?? false
    }
}
