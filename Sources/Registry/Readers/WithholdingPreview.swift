import Disclosure
import Storage

/// What a State's withholding would close, before it is asked for: computed with the rule, nothing is written.
public struct WithholdingPreview: Sendable {
    /// The item itself first, then what derives from it, as far as this viewer sees it.
    public let items: [ItemView]
    /// The steps beyond the Committee to which each is open now, by identifier.
    public let openTo: [String: [Audience]]
    /// What each step would no longer see, by the step from which it is withheld.
    private let closing: [Audience: [String: [Audience]]]

    init(items: [ItemView], ladders: [String: Ladder], sources: [String: [String]], now: Int64) {
        self.items = items
        func open(_ ladder: Ladder) -> [Audience] { Audience.outside.filter { ladder[$0].holds(now) } }
        let openTo = ladders.mapValues(open)
        var closing: [Audience: [String: [Audience]]] = [:]
        for from in Audience.outside {
            var rules: [String: ReachRule.Item] = [:]
            for item in items {
                let ladder = ladders[item.id] ?? .closed
                let own = (sources[item.id] ?? []).filter { ladders[$0] != nil }
                // As it stands, an item is narrowed by what lies outside already.
                rules[item.id] = ReachRule.Item(
                    opened: ladder, withheldFrom: item.id == items.first?.id ? from : nil,
                    sources: item.id == items.first?.id ? [] : Set(own))
            }
            closing[from] = ReachRule.reach(of: rules, known: [:]).reduce(into: [:]) { found, one in
                let left = Set(open(one.value.ladder))
                found[one.key] = (openTo[one.key] ?? []).filter { !left.contains($0) }
            }
        }
        (self.openTo, self.closing) = (openTo, closing)
    }

    /// The steps that would no longer see an item.
    public func closes(_ item: String, from audience: Audience) -> [Audience] {
        closing[audience]?[item] ?? []
    }
}

extension Reader {
    /// What would close if an item were withheld; nil where this viewer does not see the whole of it.
    public func withholdingPreview(of id: String) throws -> WithholdingPreview? {
        guard let root = try item(id), root.reach != nil else { return nil }
        var order = [id]
        var next = [id]
        while !next.isEmpty {
            let derived = try select(
                "SELECT * FROM visible_derivation WHERE source_id IN (:list) ORDER BY derived_id", list: next
            ).map { try $0.get("derived_id", as: String.self) }
            next = Array(Set(derived).subtracting(order)).sorted()
            order += next
        }
        let found = try items(ids: order)
        let items = order.compactMap { id in found.first { $0.id == id } }
        return WithholdingPreview(
            items: items, ladders: try ladders(of: order), sources: try sources(of: order), now: asOf.now)
    }

    func ladders(of ids: [String]) throws -> [String: Ladder] {
        var ladders: [String: Ladder] = [:]
        for row in try select("SELECT * FROM visible_item WHERE id IN (:list)", list: ids) {
            guard try row.optional("withheld_from", as: Int.self) != nil else { continue }
            ladders[try row.get("id")] = Ladder(
                try Audience.outside.compactMap(\.column).map {
                    .init(opens: try row.get("\($0)_opens"), shuts: try row.get("\($0)_shuts"))
                })
        }
        return ladders
    }
}
