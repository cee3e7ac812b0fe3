import Disclosure
import Record
import Storage

/// A version of an item as a viewer sees it.
public struct ItemView: Sendable {
    public let id: String
    public let type: ItemType
    /// Where it arose: `directorate`, `state`, `committee`.
    public let room: String
    /// Code of the State.
    public let state: String
    public let assessment: String
    public let parent: String
    public let theme: String
    public let requirement: String
    public let question: String
    /// Identifier of the person; for those alone who see people.
    public let author: String
    public let value: String?
    /// Nil where erased, or where it has none.
    public let body: LocalizedWording?
    /// A reason, an addressee, what is quoted; nil where erased, or where it has none.
    public let note: LocalizedWording?
    public let detail: [String: JSONValue]
    /// How far it is open, for those who may see the whole of it; else nil.
    public let reach: ReachView?
    let enteredBy: Int

    public func text(_ key: String) -> String? { detail[key]?.string }

    /// Whether a State disagrees and says nothing to it: drafts from before reasons were a field of their own have it
    /// among the explanation.
    public var isUnexplained: Bool { text("position") == "disagree" && note == nil && body == nil }
}

extension [ItemView] {
    /// Observations of the State that nobody decided on yet, of those that are here.
    public var unansweredObservations: [ItemView] {
        let answered = Set(filter { $0.type == .decision }.map(\.parent))
        return filter { $0.type == .observation && $0.value != "none" && !answered.contains($0.id) }
    }
}

/// How far an item is open, as it is shown: "open to Directorate, Committee, UN system; State".
public struct ReachView: Hashable, Sendable {
    /// The widest step to which it is open now.
    public let audience: Audience
    /// Whether the Directorate has it: what a State is still preparing it has not.
    public let isWithDirectorate: Bool
    /// Whether it stands with the assessed State.
    public let isWithState: Bool
    /// Whether the Committee has it.
    public let isWithCommittee: Bool
    /// From which step outwards it is withheld, itself or by way of a source; nil where it is not.
    public let withheldFrom: Audience?
}

extension Reader {
    /// One item of a type, or nil where there is none that this viewer may see.
    public func item(_ type: ItemType, _ id: String) throws -> ItemView? {
        // By the identifier alone: beside it a type leads SQLite to the index of all that are of that type.
        try item(id).flatMap { $0.type == type ? $0 : nil }
    }

    /// One item of whatever type.
    public func item(_ id: String) throws -> ItemView? {
        try select("SELECT * FROM visible_item WHERE id = :id", ["id": id]).first.flatMap(itemView)
    }

    /// Everything of one assessment that this viewer may see, in the order in which it arose.
    ///
    /// - Parameter types: only these; nil for all.
    public func items(of assessment: String, _ types: [ItemType]? = nil) throws -> [ItemView] {
        guard let types else {
            return try select(
                """
                SELECT * FROM visible_item WHERE assessment_id = :assessment
                 ORDER BY type, requirement, question, entered_by, id
                """, ["assessment": assessment]
            ).compactMap(itemView)
        }
        return try select(
            """
            SELECT * FROM visible_item WHERE assessment_id = :assessment AND type IN (:list)
             ORDER BY type, requirement, question, entered_by, id
            """, list: types.map(\.rawValue), ["assessment": assessment]
        ).compactMap(itemView)
    }

    /// The answer to one question of an assessment in a room, where there is one.
    func answer(to question: String, of assessment: String, in room: Room.Kind) throws -> ItemView? {
        try select(
            """
            SELECT * FROM visible_item
             WHERE assessment_id = :assessment AND type = 'answer' AND question = :question AND room = :room
             ORDER BY entered_by LIMIT 1
            """, ["assessment": assessment, "question": question, "room": room.rawValue]
        ).first.flatMap(itemView)
    }

    /// Items of a type, those of one State alone where one is named.
    public func items(_ type: ItemType, state: String? = nil) throws -> [ItemView] {
        guard let state else {
            return try select(
                "SELECT * FROM visible_item WHERE type = :type ORDER BY state, assessment_id, id",
                ["type": type.rawValue]
            ).compactMap(itemView)
        }
        return try select(
            """
            SELECT * FROM visible_item WHERE type = :type AND state = :state
             ORDER BY assessment_id, requirement, id
            """, ["type": type.rawValue, "state": state]
        ).compactMap(itemView)
    }

    /// What belongs to one object: measures and statuses of a recommendation, decisions on an observation.
    public func items(under parent: String, _ type: ItemType? = nil) throws -> [ItemView] {
        try select(
            "SELECT * FROM visible_item WHERE parent_id = :parent ORDER BY entered_by, id",
            ["parent": parent]
        ).compactMap(itemView).filter { type == nil || $0.type == type }
    }

    /// What lies under any of some objects.
    func items(underAny parents: [String]) throws -> [ItemView] {
        try select(
            "SELECT * FROM visible_item WHERE parent_id IN (:list) ORDER BY entered_by, id", list: parents
        )
        .compactMap(itemView)
    }

    /// How many items of a type this viewer may see.
    public func count(_ type: ItemType) throws -> Int {
        try select(
            "SELECT count(*) AS many FROM visible_item WHERE type = :type", ["type": type.rawValue]
        ).first?.get("many") ?? 0
    }

    /// Some items, in any order.
    public func items(ids: [String]) throws -> [ItemView] {
        try select("SELECT * FROM visible_item WHERE id IN (:list)", list: ids).compactMap(itemView)
    }

    /// What an item rests on, and what rests on it: where both ends may be seen.
    public func derivations(of id: String) throws -> (sources: [String], derived: [String]) {
        let rows = try select(
            "SELECT * FROM visible_derivation WHERE derived_id = :id OR source_id = :id", ["id": id])
        let pairs = try rows.map {
            (try $0.get("source_id", as: String.self), try $0.get("derived_id", as: String.self))
        }
        return (pairs.filter { $0.1 == id }.map(\.0).sorted(), pairs.filter { $0.0 == id }.map(\.1).sorted())
    }

    /// Sources of many items at once, by the item that derives from them.
    public func sources(of ids: [String]) throws -> [String: [String]] {
        var sources: [String: [String]] = [:]
        for row in try select(
            "SELECT * FROM visible_derivation WHERE derived_id IN (:list) ORDER BY source_id", list: ids)
        {
            sources[try row.get("derived_id"), default: []].append(try row.get("source_id"))
        }
        return sources
    }

    /// Whom a consultation heard, for its named team.
    public func sourceIdentities(of consultation: String) throws -> [ItemView] {
        try select(
            "SELECT * FROM visible_source WHERE parent_id = :id ORDER BY entered_by, id",
            ["id": consultation]
        ).compactMap(itemView)
    }

    /// `assessment/question` pairs handed out, with whom they are handed to: for the State's room.
    public func handings(of assessment: String) throws -> [(question: String, person: String)] {
        try select(
            "SELECT * FROM visible_handing WHERE assessment_id = :id ORDER BY question, person_id",
            ["id": assessment]
        ).map { (try $0.get("question"), try $0.get("person_id")) }
    }

    func itemViews(_ rows: [Row]) throws -> [ItemView] { try rows.compactMap(itemView) }

    private func itemView(_ row: Row) throws -> ItemView? {
        guard let type = ItemType(rawValue: try row.get("type")) else { return nil }
        let body = try row.optional("body", as: String.self)
        let note = try row.optional("note", as: String.self)
        let detail = try row.optional("detail", as: String.self)
        let isInside = viewer.audience <= .committee || viewer.seesAllPeople
        let author: String = try row.get("author")
        // In a State's own room its people know who wrote.
        let own = viewer.state ?? viewer.contributesTo
        let isOfRoom = try own == row.get("state") && Room.Kind.state.rawValue == row.get("room")
        return ItemView(
            id: try row.get("id"), type: type, room: try row.get("room"), state: try row.get("state"),
            assessment: try row.get("assessment_id"), parent: try row.get("parent_id"),
            theme: try row.get("theme"), requirement: try row.get("requirement"),
            question: try row.get("question"),
            author: viewer.room == .directorate || isInside || isOfRoom || author == viewer.person
                ? author : "",
            value: try row.optional("value"), body: try body.map { try LocalizedWording(stored: $0) },
            note: try note.map { try LocalizedWording(stored: $0) },
            detail: try detail.flatMap { try JSONValue(parsing: $0).object } ?? [:],
            reach: type == .source ? nil : try reachView(row), enteredBy: try row.get("entered_by"))
    }

    private func reachView(_ row: Row) throws -> ReachView? {
        guard let withheld = try row.optional("withheld_from", as: Int.self) else { return nil }
        let isWithCommittee = try row.optional("committee_from", as: Int.self) != nil
        let ladder = Ladder(
            try Audience.outside.compactMap(\.column).map {
                .init(opens: try row.get("\($0)_opens"), shuts: try row.get("\($0)_shuts"))
            })
        return ReachView(
            audience: isWithCommittee ? ladder.widest(at: asOf.now) : .directorate,
            isWithDirectorate: try row.optional("directorate_from", as: Int.self) != nil,
            isWithState: try row.optional("state_from", as: Int.self) != nil,
            isWithCommittee: isWithCommittee, withheldFrom: Audience(rawValue: withheld))
    }
}
