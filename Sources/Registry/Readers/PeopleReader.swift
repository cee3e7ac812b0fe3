import Disclosure
import Storage

/// An account as a viewer sees it.
public struct PersonView: Sendable {
    public let id: PersonID
    /// Nil where erased.
    public let name: String?
    /// Nil where erased, or where this viewer does not see addresses.
    public let email: String?
    public let language: String
    public let capacities: [GrantView]
}

/// A capacity that was granted.
public struct GrantView: Sendable {
    public enum Stage: String, Sendable { case waiting, held, ended }

    public let id: GrantID
    public let person: PersonID
    public let capacity: Capacity
    /// Code of the State or entity; nil where there is none.
    public let about: String?
    public let stage: Stage
    let grantedBy: Int
}

extension Reader {
    /// Everyone whom this viewer may see, by name.
    public func people() throws -> [PersonView] {
        try personViews(try select("SELECT * FROM visible_person ORDER BY name, id"))
    }

    /// Some people, in any order.
    func people(_ ids: [String]) throws -> [PersonView] {
        try personViews(try select("SELECT * FROM visible_person WHERE id IN (:list)", list: ids))
    }

    public func person(_ id: PersonID) throws -> PersonView? {
        try personViews(try select("SELECT * FROM visible_person WHERE id = :id", ["id": id])).first
    }

    public func grant(_ id: GrantID) throws -> GrantView? {
        try select("SELECT * FROM visible_capacity WHERE id = :id", ["id": id]).first.map(grantView)
    }

    private func personViews(_ rows: [Row]) throws -> [PersonView] {
        let grants = Dictionary(
            grouping: try select(
                "SELECT * FROM visible_capacity WHERE person_id IN (:list) ORDER BY granted_by",
                list: try rows.map { try $0.get("id", as: String.self) }
            ).map(grantView)
        ) { $0.person }
        return try rows.map { row in
            let id = PersonID(try row.get("id"))
            let showsAddress = viewer.seesAddresses || viewer.person == id.rawValue
            return PersonView(
                id: id, name: try row.optional("name"),
                email: showsAddress ? try row.optional("email") : nil,
                language: try row.get("language"), capacities: grants[id] ?? [])
        }
    }

    private func grantView(_ row: Row) throws -> GrantView {
        let about: String = try row.get("about")
        let ended = try row.optional("ended_by", as: Int.self).map { $0 <= asOf.entry } ?? false
        let confirmed = try row.optional("confirmed_by", as: Int.self).map { $0 <= asOf.entry } ?? false
        guard let capacity = Capacity(rawValue: try row.get("capacity")) else {
            throw UnreadableField(expected: "capacity")
        }
        return GrantView(
            id: try row.get("id"), person: try row.get("person_id"), capacity: capacity,
            about: about.isEmpty ? nil : about, stage: ended ? .ended : confirmed ? .held : .waiting,
            grantedBy: try row.get("granted_by"))
    }

    /// Names of people, for those who may see them.
    func names(of people: [String]) throws -> [String: String] {
        var names: [String: String] = [:]
        for row in try select("SELECT id, name FROM visible_person WHERE id IN (:list)", list: people) {
            names[try row.get("id")] = try row.optional("name") ?? ""
        }
        return names
    }
}
