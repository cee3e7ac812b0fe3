import Disclosure
import Storage

/// Recomputing how far items are open, in the transaction of the act that changed it.
extension Tables {
    /// Computes anew the reach of items and of everything that derives from them.
    ///
    /// The rule is `ReachRule`; here its rows are fetched, in as many statements however many items, and what
    /// changed is written.
    func recomputeReach(downstreamOf changed: [String]) throws {
        guard !changed.isEmpty else { return }
        let items = try downstream(of: changed)
        let computed = ReachRule.reach(of: items.rules, known: items.known)
        for (id, reach) in computed.sorted(by: { $0.key < $1.key }) where items.present[id] != reach {
            let opened = items.versions[id] ?? [:]
            try write(reach, of: id, versions: opened, areAll: opened.count == items.counts[id])
        }
    }

    private struct Downstream {
        var rules: [String: ReachRule.Item] = [:]
        /// Sources that lie outside.
        var known: [String: ReachRule.Reach] = [:]
        /// As it stands on the rows now: of the newest version that was opened.
        var present: [String: ReachRule.Reach] = [:]
        /// Which versions were opened, and how far.
        var versions: [String: [Int: Ladder]] = [:]
        /// How many versions there are, opened or not.
        var counts: [String: Int] = [:]
    }

    private static let closure = """
        WITH RECURSIVE downstream (id) AS (
            SELECT id FROM item WHERE id = :changed
             UNION
            SELECT derivation.derived_id FROM derivation JOIN downstream ON downstream.id = derivation.source_id
        )
        """

    private func downstream(of changed: [String]) throws -> Downstream {
        var found = Downstream()
        for id in changed {
            let root: [String: any SQLConvertible] = ["changed": id]
            for row in try connection.query("\(Self.closure) SELECT id FROM downstream", root) {
                let id: String = try row.get("id")
                found.rules[id] = found.rules[id] ?? ReachRule.Item(opened: .closed)
            }
            for row in try connection.query(
                """
                \(Self.closure) SELECT source_id, derived_id FROM derivation
                 WHERE derived_id IN (SELECT id FROM downstream)
                """, root)
            {
                found.rules[try row.get("derived_id")]?.sources.insert(try row.get("source_id"))
            }
            try openings(root, &found)
            try withholdings(root, &found)
            try present(root, &found)
        }
        return found
    }

    private func openings(_ root: [String: any SQLConvertible], _ found: inout Downstream) throws {
        for row in try connection.query(
            """
            \(Self.closure) SELECT item_id, version, rung, opens_at, shuts_at, ended_by FROM opening
             WHERE item_id IN (SELECT id FROM downstream)
             ORDER BY item_id, version, rung, opens_at, id
            """, root)
        {
            let id: String = try row.get("item_id")
            let version: Int = try row.get("version")
            guard let audience = Audience(rawValue: try row.get("rung")) else { continue }
            var ladder = found.versions[id]?[version] ?? .closed
            // A version whose openings all ended is closed again.
            if try row.optional("ended_by", as: Int.self) == nil {
                ladder.open(
                    to: audience, .init(opens: try row.get("opens_at"), shuts: try row.get("shuts_at")))
            }
            found.versions[id, default: [:]][version] = ladder
        }
        for (id, versions) in found.versions {
            if let newest = versions.keys.max(), let ladder = versions[newest] {
                found.rules[id]?.opened = ladder
            }
        }
    }

    private func withholdings(_ root: [String: any SQLConvertible], _ found: inout Downstream) throws {
        for row in try connection.query(
            """
            \(Self.closure) SELECT item_id, min(from_rung) AS from_rung FROM withholding
             WHERE lifted_by IS NULL AND item_id IN (SELECT id FROM downstream) GROUP BY item_id
            """, root)
        {
            found.rules[try row.get("item_id")]?.withheldFrom = Audience(rawValue: try row.get("from_rung"))
        }
    }

    /// The reach that stands on the rows: of everything downstream, and of the sources that lie outside.
    private func present(_ root: [String: any SQLConvertible], _ found: inout Downstream) throws {
        let columns = Audience.outside.compactMap(\.column).map { "\($0)_opens, \($0)_shuts" }
            .joined(separator: ", ")
        let rows = try connection.query(
            """
            \(Self.closure) SELECT id, entered_by, withheld_from, \(columns) FROM item
             WHERE id IN (SELECT id FROM downstream
                           UNION SELECT source_id FROM derivation
                                  WHERE derived_id IN (SELECT id FROM downstream))
             ORDER BY id, entered_by
            """, root)
        for row in rows {
            let id: String = try row.get("id")
            found.counts[id, default: 0] += 1
            let ladder = Ladder(
                try Audience.outside.compactMap(\.column).map {
                    .init(opens: try row.get("\($0)_opens"), shuts: try row.get("\($0)_shuts"))
                })
            let reach = ReachRule.Reach(
                ladder: ladder, withheldFrom: Audience(rawValue: try row.get("withheld_from")))
            if found.rules[id] == nil {
                // Of a source's versions, the newest that is open speaks for it.
                if ladder != .closed || found.known[id] == nil { found.known[id] = reach }
            } else if let versions = found.versions[id] {
                if try row.get("entered_by", as: Int.self) == versions.keys.max() {
                    found.present[id] = reach
                }
            } else {
                found.present[id] = reach
            }
        }
    }

    /// Versions that were opened get the reach that holds; the others stay closed, and all say what is withheld.
    private func write(
        _ reach: ReachRule.Reach, of id: String, versions: [Int: Ladder], areAll: Bool
    ) throws {
        let withheld = reach.withheldFrom?.rawValue ?? 9
        let columns = Audience.outside.compactMap(\.column)
        let assignments = columns.map { "\($0)_opens = :\($0)_opens, \($0)_shuts = :\($0)_shuts" }
        for (version, opened) in versions.sorted(by: { $0.key < $1.key }) {
            let ladder = opened.narrowed(by: reach.ladder)
            var values: [String: any SQLConvertible] = ["id": id, "version": version, "withheld": withheld]
            for (column, interval) in zip(columns, ladder.intervals) {
                values["\(column)_opens"] = interval.opens
                values["\(column)_shuts"] = interval.shuts
            }
            try execute(
                """
                UPDATE item SET \(assignments.joined(separator: ", ")), withheld_from = :withheld
                 WHERE id = :id AND entered_by = :version
                """, values)
        }
        // Versions that were never opened say it too.
        guard !areAll else { return }
        try execute(
            "UPDATE item SET withheld_from = :withheld WHERE id = :id AND withheld_from <> :withheld",
            ["id": id, "withheld": withheld])
    }
}
