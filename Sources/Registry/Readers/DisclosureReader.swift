import Disclosure
import Mandate
import Record
import Storage

/// A State's request to keep an item confidential, for those who may see the whole of it.
public struct WithholdingView: Sendable {
    public let id: String
    public let item: String
    public let state: String
    /// The narrowest audience from which it is kept.
    public let from: Audience
    /// Nil where erased, or where none was given.
    public let reason: LocalizedWording?
    public let isLifted: Bool
    let enteredBy: Int
}

/// What opened an item to an audience.
public struct ReleaseView: Sendable {
    public let id: String
    public let items: [String]
    public let state: String
    public let audience: Audience
    /// `agreement`, `notice`, `consultation`, `own`.
    public let ground: String
    /// Day of the Committee's consultation, where there was one, and its reference.
    public let consultedOn: CalendarDate?
    public let reference: String?
    public let isEnded: Bool
}

/// A grant to a named State, entity or person.
public struct NamedGrantView: Sendable {
    public let id: String
    /// The item, or for a case team the assessment.
    public let scope: String
    public let state: String
    /// `state:SYL`, `entity:UNODC`, `person:…`.
    public let grantee: String
    public let isCaseTeam: Bool
    public let isOpen: Bool
}

extension Reader {
    /// Withholdings, newest first: of one State, of one item, or all that this viewer may see.
    public func withholdings(state: String? = nil, item: String? = nil) throws -> [WithholdingView] {
        try select(
            """
            SELECT * FROM visible_withholding
             WHERE (:state = '' OR state = :state) AND (:item = '' OR item_id = :item)
             ORDER BY entered_by DESC, id
            """, ["state": state ?? "", "item": item ?? ""]
        ).map(withholdingView)
    }

    public func withholding(_ id: String) throws -> WithholdingView? {
        try select("SELECT * FROM visible_withholding WHERE id = :id", ["id": id]).first.map(withholdingView)
    }

    private func withholdingView(_ row: Row) throws -> WithholdingView {
        let lifted = try row.optional("lifted_by", as: Int.self)
        return WithholdingView(
            id: try row.get("id"), item: try row.get("item_id"), state: try row.get("state"),
            from: Audience(rawValue: try row.get("from_rung")) ?? .unSystem,
            reason: try row.optional("reason", as: String.self).map { try LocalizedWording(stored: $0) },
            isLifted: lifted.map { $0 <= asOf.entry } ?? false,
            enteredBy: try row.get("entered_by"))
    }

    /// Releases, newest first.
    public func releases(state: String? = nil, item: String? = nil) throws -> [ReleaseView] {
        let rows = try select(
            """
            SELECT * FROM visible_opening
             WHERE (:state = '' OR state = :state)
               AND (:item = '' OR id IN (SELECT id FROM visible_opening WHERE item_id = :item))
             ORDER BY entered_by DESC, id, item_id, version
            """, ["state": state ?? "", "item": item ?? ""])
        return try releaseViews(rows)
    }

    public func release(_ id: String) throws -> ReleaseView? {
        try releaseViews(
            try select("SELECT * FROM visible_opening WHERE id = :id ORDER BY item_id, version", ["id": id])
        ).first
    }

    private func releaseViews(_ rows: [Row]) throws -> [ReleaseView] {
        var order: [String] = []
        var byID: [String: [Row]] = [:]
        for row in rows {
            let id: String = try row.get("id")
            if byID[id] == nil { order.append(id) }
            byID[id, default: []].append(row)
        }
        return try order.compactMap { id -> ReleaseView? in
            guard let rows = byID[id], let first = rows.first else { return nil }
            var items: [String] = []
            for row in rows {
                let item: String = try row.get("item_id")
                if items.last != item { items.append(item) }
            }
            return ReleaseView(
                id: id, items: items, state: try first.get("state"),
                audience: Audience(rawValue: try first.get("rung")) ?? .unSystem,
                ground: try first.get("ground"), consultedOn: try first.optional("consulted_on"),
                reference: try first.optional("reference"),
                isEnded: try first.optional("ended_by", as: Int.self).map { $0 <= asOf.entry } ?? false)
        }
    }

    /// Grants to named ones: of one item or assessment, or all that this viewer may see.
    public func namedGrants(scope: String? = nil) throws -> [NamedGrantView] {
        try select(
            """
            SELECT * FROM visible_named_grant WHERE (:scope = '' OR scope = :scope)
             ORDER BY entered_by DESC, id
            """, ["scope": scope ?? ""]
        ).map { row in
            let interval = Ladder.Interval(
                opens: try row.get("opens_at"), shuts: try row.get("shuts_at"))
            return NamedGrantView(
                id: try row.get("id"), scope: try row.get("scope"), state: try row.get("state"),
                grantee: try row.get("grantee"),
                isCaseTeam: try row.get("room", as: String.self) == Room.Kind.state.rawValue,
                isOpen: interval.holds(asOf.now))
        }
    }
}
