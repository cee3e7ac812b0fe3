import Identity
import Record
import Storage

extension Accounts {
    /// What a person typed at a place and did not send yet. Visible to its author alone.
    public func draft(of person: PersonID, at place: String) async throws -> [String: String] {
        try await registry.database.read { connection in
            let rows = try connection.query(
                "SELECT fields FROM draft WHERE person_id = :person AND place = :place",
                ["person": person, "place": place])
            guard let text = try rows.first?.get("fields", as: String.self) else { return [:] }
            return try JSONValue(parsing: text).object?.compactMapValues(\.string) ?? [:]
        }
    }

    /// What a person typed at all places under one, by what follows it.
    public func drafts(of person: PersonID, under place: String) async throws -> [String: [String: String]] {
        try await registry.database.read { connection in
            let rows = try connection.query(
                """
                SELECT place, fields FROM draft
                 WHERE person_id = :person AND substr(place, 1, CAST(:length AS INTEGER)) = :under
                """, ["person": person, "length": place.count + 1, "under": "\(place)/"])
            return Dictionary(
                uniqueKeysWithValues: try rows.map { row in
                    let fields = try JSONValue(parsing: try row.get("fields", as: String.self)).object ?? [:]
                    let rest = try row.get("place", as: String.self).dropFirst(place.count + 1)
                    return (String(rest), fields.compactMapValues(\.string))
                })
        }
    }

    /// Keeps what was typed; nothing typed clears it.
    public func keepDraft(_ fields: [String: String], of person: PersonID, at place: String) async throws {
        let now = registry.surroundings.now().description
        let text = JSONValue.object(fields.mapValues { .string($0) }).canonicalString
        try await registry.database.write { connection in
            guard !fields.isEmpty else {
                return try connection.execute(
                    "DELETE FROM draft WHERE person_id = :person AND place = :place",
                    ["person": person, "place": place])
            }
            try connection.execute(
                """
                INSERT INTO draft (person_id, place, fields, saved_at) VALUES (:person, :place, :fields, :now)
                ON CONFLICT (person_id, place) DO UPDATE
                    SET fields = excluded.fields, saved_at = excluded.saved_at
                """, ["person": person, "place": place, "fields": text, "now": now])
        }
    }

    /// Whose session a token was, even if it is over: so that what they typed can be kept for them.
    public func formerHolder(ofSession token: String) async throws -> PersonID? {
        guard let token = Token(token, kind: .session) else { return nil }
        return try await registry.database.read { connection in
            try connection.query(
                "SELECT person_id FROM session WHERE token_hash = :hash OR former_hash = :hash",
                ["hash": token.hash]
            ).first?.get("person_id")
        }
    }
}
