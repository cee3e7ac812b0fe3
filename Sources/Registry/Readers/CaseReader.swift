import Disclosure
import Pack
import Record
import Storage

/// What pages about cases read beside the items themselves; each one statement, however many rows.
extension Reader {
    /// Items of some types, those of one State alone where one is named, in the order in which they arose.
    public func items(ofTypes types: [ItemType], state: String? = nil) throws -> [ItemView] {
        // Two statements, so that an index finds those of one State whatever the others have.
        let rows =
            if let state {
                try select(
                    """
                    SELECT * FROM visible_item WHERE type IN (:list) AND state = :state
                     ORDER BY assessment_id, requirement, question, entered_by, id
                    """, list: types.map(\.rawValue), ["state": state])
            } else {
                try select(
                    """
                    SELECT * FROM visible_item WHERE type IN (:list)
                     ORDER BY state, assessment_id, requirement, question, entered_by, id
                    """, list: types.map(\.rawValue))
            }
        return try itemViews(rows)
    }

    /// Items of some types of some assessments, in the order in which they arose.
    public func items(_ types: [ItemType], ofAny assessments: [String]) throws -> [ItemView] {
        try itemViews(
            try select(
                """
                SELECT * FROM visible_item WHERE assessment_id IN (:list)
                 ORDER BY assessment_id, type, requirement, question, entered_by, id
                """, list: assessments)
        ).filter { types.contains($0.type) }
    }

    /// When the versions that this viewer sees were entered, by item. Left out where the entry is not theirs to
    /// see.
    public func entryTimes(of items: [ItemView]) throws -> [String: Instant] {
        let times = try times(ofEntries: items.map(\.enteredBy))
        return Dictionary(
            items.compactMap { item in times[item.enteredBy].map { (item.id, $0) } }
        ) { first, _ in first }
    }

    /// When some entries were made, where that may be seen.
    func times(ofEntries entries: [Int]) throws -> [Int: Instant] {
        var times: [Int: Instant] = [:]
        for row in try select(
            "SELECT entry_index, at FROM visible_entry WHERE entry_index IN (:list)",
            list: Set(entries).sorted())
        {
            times[try row.get("entry_index")] = Instant(try row.get("at", as: String.self))
        }
        return times
    }

    /// Questions handed to whoever looks, or within the State's room all, as `assessment`, `question`, `person`.
    public func handings() throws -> [(assessment: String, question: String, person: String)] {
        try select("SELECT * FROM visible_handing ORDER BY assessment_id, question, person_id").map {
            (try $0.get("assessment_id"), try $0.get("question"), try $0.get("person_id"))
        }
    }

    /// Names of people, where this viewer may see them.
    public func peopleNames(_ ids: [String]) throws -> [String: String] {
        try names(of: Array(Set(ids.filter { !$0.isEmpty })).sorted()).filter { !$0.value.isEmpty }
    }

    /// Names of some States, by code.
    public func stateNames(_ codes: [String]) throws -> [String: LocalizedWording] {
        Dictionary(try states(Array(Set(codes)).sorted()).map { ($0.code, $0.name) }) { first, _ in first }
    }
}
