import Record
import Storage

extension Accounts {
    /// When a person last looked at a place, and that they look now. Theirs alone; no act, no entry.
    ///
    /// Looks less than half an hour apart are one: what was new stays marked while somebody works on.
    ///
    /// - Parameter place: a page's address.
    /// - Returns: the end of the look before this one; at the first, this moment.
    public func look(of person: PersonID, at place: String) async throws -> Instant {
        let now = registry.surroundings.now()
        let former = try await registry.database.read { connection -> (since: Instant, last: Instant)? in
            let rows = try connection.query(
                "SELECT since, last FROM look WHERE person_id = :person AND place = :place",
                ["person": person, "place": place])
            guard let row = rows.first, let since = Instant(try row.get("since", as: String.self)),
                let last = Instant(try row.get("last", as: String.self))
            else { return nil }
            return (since, last)
        }
        let minute: Int64 = 60_000_000
        let rest = former.map { now.microseconds - $0.last.microseconds } ?? .max
        let since = rest > 30 * minute ? former?.last ?? now : former?.since ?? now
        // A page that is looked at again and again is not written each time.
        guard rest > 5 * minute else { return since }
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO look (person_id, place, since, last) VALUES (:person, :place, :since, :now)
                ON CONFLICT (person_id, place) DO UPDATE SET since = excluded.since, last = excluded.last
                """,
                ["person": person, "place": place, "since": since.description, "now": now.description])
        }
        return since
    }
}
