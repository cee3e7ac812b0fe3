/// How far an item is open, from what was opened, what is withheld, and what it derives from.
///
/// What quotes, merges, translates or derives from an item has the narrowest reach of its sources and parents
/// ("Confidentiality, exactly", 3).
public enum ReachRule {
    /// An item as the rule sees it.
    public struct Item: Hashable, Sendable {
        /// As acts opened it.
        public var opened: Ladder
        /// From which step outwards States withhold it; nil where none does.
        public var withheldFrom: Audience?
        /// Identifiers of what it derives from.
        public var sources: Set<String>

        public init(opened: Ladder, withheldFrom: Audience? = nil, sources: Set<String> = []) {
            self.opened = opened
            self.withheldFrom = withheldFrom
            self.sources = sources
        }
    }

    /// What holds of an item once its sources were asked.
    public struct Reach: Hashable, Sendable {
        public let ladder: Ladder
        /// From which step outwards it is withheld, itself or by way of a source.
        public let withheldFrom: Audience?

        public init(ladder: Ladder, withheldFrom: Audience?) {
            self.ladder = ladder
            self.withheldFrom = withheldFrom
        }
    }

    /// The reach of every item.
    ///
    /// - Parameters:
    ///   - items: what is to be computed anew, by identifier.
    ///   - known: the reach of sources outside of `items`. A source in neither is closed: what is not known to be
    ///     open must not open anything.
    /// - Returns: one reach for each of `items`. In a circle of sources everything is closed.
    public static func reach(of items: [String: Item], known: [String: Reach]) -> [String: Reach] {
        var found: [String: Reach] = [:]
        var open = Set(items.keys)
        while !open.isEmpty {
            let ready = open.filter { id in items[id].map { $0.sources.isDisjoint(with: open) } ?? true }
            guard !ready.isEmpty else { break }
            for id in ready {
                guard let item = items[id] else { continue }
                found[id] = reach(of: item) { found[$0] ?? known[$0] }
            }
            open.subtract(ready)
        }
        for id in open { found[id] = Reach(ladder: .closed, withheldFrom: .unSystem) }
        return found
    }

    private static func reach(of item: Item, _ source: (String) -> Reach?) -> Reach {
        var ladder = item.opened
        var withheldFrom = item.withheldFrom
        for id in item.sources {
            let reach = source(id) ?? Reach(ladder: .closed, withheldFrom: nil)
            ladder = ladder.narrowed(by: reach.ladder)
            withheldFrom = [withheldFrom, reach.withheldFrom].compactMap { $0 }.min()
        }
        return Reach(ladder: ladder.withheld(from: withheldFrom), withheldFrom: withheldFrom)
    }
}
