import Disclosure
import Mandate
import Record
import Storage

/// Opening items beyond the Committee, and to named ones.
extension Tables {
    /// Opens the versions that the Committee has to an audience and every narrower one.
    ///
    /// - Parameters:
    ///   - release: identifier of what is written, one for all items.
    ///   - ground: `agreement`, `notice`, `consultation`, `own`.
    ///   - shutsAt: microseconds since 1970.
    func open(
        _ items: [String], release: String, to audience: Audience, ground: String,
        shutsAt: Int64 = Ladder.never, consultedOn: CalendarDate? = nil, reference: String? = nil,
        _ entry: RecordEntry
    ) throws {
        for item in items {
            try execute(
                """
                INSERT INTO opening
                    (id, item_id, version, state, rung, opens_at, shuts_at, ground, consulted_on, reference,
                     entered_by)
                SELECT :release, id, entered_by, state, :rung, :at, :shuts, :ground, :consulted, :reference,
                       :entry
                  FROM item
                 WHERE id = :item AND committee_from IS NOT NULL AND committee_until = :still
                """,
                [
                    "release": release, "item": item, "rung": audience.rawValue,
                    "at": entry.at.microseconds, "shuts": shutsAt, "ground": ground,
                    "consulted": consultedOn, "reference": reference, "entry": entry.index,
                    "still": Self.still,
                ])
        }
        try recomputeReach(downstreamOf: items)
    }

    /// The items that a notice names.
    func noticed(_ notice: String) throws -> [String] {
        let rows = try connection.query(
            "SELECT detail FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1", ["id": notice])
        let detail = try rows.first?.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }
        return (detail?["items"]?.array ?? []).compactMap(\.string)
    }

    /// What arises under an item that was opened is opened as far; withholdings and sources narrow it as ever.
    func followOpening(of parent: String, to child: String, _ entry: RecordEntry) throws {
        try execute(
            """
            INSERT INTO opening (id, item_id, version, state, rung, opens_at, shuts_at, ground, entered_by)
            SELECT id, :child, :entry, state, rung, opens_at, shuts_at, ground, :entry FROM opening AS former
             WHERE item_id = :parent AND ended_by IS NULL
               AND version = (SELECT max(version) FROM opening WHERE item_id = :parent)
            """, ["child": child, "entry": entry.index, "parent": parent])
        try recomputeReach(downstreamOf: [child])
    }

    /// A grant to a named State, entity or person.
    func grant(
        _ id: String, scope: String, state: String, to grantee: String, room: Room.Kind, shutsAt: Int64,
        _ entry: RecordEntry
    ) throws {
        try execute(
            """
            INSERT INTO named_grant (id, scope, state, grantee, room, opens_at, shuts_at, entered_by)
            VALUES (:id, :scope, :state, :grantee, :room, :at, :shuts, :entry)
            """,
            [
                "id": id, "scope": scope, "state": state, "grantee": grantee, "room": room.rawValue,
                "at": entry.at.microseconds, "shuts": shutsAt, "entry": entry.index,
            ])
    }

    /// A person joins the named team of a consultation.
    func join(_ consultation: String, _ person: String, _ entry: RecordEntry) throws {
        try execute(
            """
            INSERT INTO team_member (consultation_id, person_id, entered_by)
            VALUES (:consultation, :person, :entry)
            """, ["consultation": consultation, "person": person, "entry": entry.index])
    }
}
