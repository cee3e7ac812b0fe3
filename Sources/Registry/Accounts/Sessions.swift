import Identity
import Record
import Storage

/// One of a person's sessions, as they see it.
public struct SessionView: Sendable {
    public let id: String
    public let startedAt: String
    public let seenAt: String
    public let userAgent: String
}

/// One of a person's tokens or feeds, as they see it.
public struct TokenView: Sendable {
    public let id: String
    public let label: String
    public let createdAt: String
    public let grant: GrantID
}

extension Accounts {
    /// Changes the capacity in which a session looks and acts. The token changes with it.
    ///
    /// - Throws: `Refusal` where the person does not hold it.
    public func switchCapacity(of visitor: Visitor, to grant: GrantID) async throws -> Token {
        guard visitor.holdings.contains(where: { $0.grant == grant }), let session = visitor.session else {
            throw Refusal("object.not-found", .notFound)
        }
        let token = newToken(.session)
        let now = registry.surroundings.now().description
        try await registry.database.write { connection in
            try connection.execute(
                """
                UPDATE session SET grant_id = :grant, token_hash = :hash, former_hash = NULL, rotated_at = :now
                 WHERE id = :id
                """, ["grant": grant, "hash": token.hash, "now": now, "id": session])
        }
        return token
    }

    /// Ends one session of a person; nil for all of them.
    public func endSession(_ id: String?, of person: PersonID) async throws {
        try await registry.database.write { connection in
            try connection.execute(
                "DELETE FROM session WHERE person_id = :person AND (:id = '' OR id = :id)",
                ["person": person, "id": id ?? ""])
        }
    }

    public func sessions(of person: PersonID) async throws -> [SessionView] {
        try await registry.database.read { connection in
            try connection.query(
                "SELECT * FROM session WHERE person_id = :person ORDER BY seen_at DESC", ["person": person]
            ).map {
                SessionView(
                    id: try $0.get("id"), startedAt: try $0.get("created_at"), seenAt: try $0.get("seen_at"),
                    userAgent: try $0.get("user_agent"))
            }
        }
    }

    /// Makes an API token for one of a person's own capacities. Its text is shown once.
    ///
    /// - Parameter days: after which it ends.
    public func createToken(
        for person: PersonID, grant: GrantID, label: String, days: Int = 365, token given: Token? = nil
    ) async throws -> Token {
        let token = given ?? newToken(.api)
        let now = registry.surroundings.now()
        let expires = Instant(microseconds: now.microseconds + Int64(days) * 86_400_000_000)
        let id = registry.surroundings.newID()
        try await registry.database.write { connection in
            guard try Self.grants(of: person, connection).contains(where: { $0.id == grant }) else {
                throw Refusal("object.not-found", .notFound)
            }
            try connection.execute(
                """
                INSERT INTO api_token (token_hash, id, person_id, grant_id, label, created_at, expires_at)
                VALUES (:hash, :id, :person, :grant, :label, :now, :expires)
                """,
                [
                    "hash": token.hash, "id": id, "person": person, "grant": grant,
                    "label": String(label.prefix(100)), "now": now.description,
                    "expires": expires.description,
                ])
        }
        return token
    }

    public func tokens(of person: PersonID) async throws -> [TokenView] {
        try await tokenViews(
            "SELECT id, label, created_at, grant_id FROM api_token WHERE person_id = :person ORDER BY created_at",
            person)
    }

    public func revokeToken(_ id: String, of person: PersonID) async throws {
        try await delete("DELETE FROM api_token WHERE id = :id AND person_id = :person", id, person)
    }

    /// Makes the address of a calendar feed for a capacity. The text is shown once.
    public func createFeed(for person: PersonID, grant: GrantID) async throws -> Token {
        let token = newToken(.feed)
        let now = registry.surroundings.now().description
        let id = registry.surroundings.newID()
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO feed (token_hash, id, person_id, grant_id, created_at)
                VALUES (:hash, :id, :person, :grant, :now)
                """, ["hash": token.hash, "id": id, "person": person, "grant": grant, "now": now])
        }
        return token
    }

    public func feeds(of person: PersonID) async throws -> [TokenView] {
        try await tokenViews(
            "SELECT id, '' AS label, created_at, grant_id FROM feed WHERE person_id = :person ORDER BY created_at",
            person)
    }

    public func revokeFeed(_ id: String, of person: PersonID) async throws {
        try await delete("DELETE FROM feed WHERE id = :id AND person_id = :person", id, person)
    }

    private func tokenViews(_ sql: String, _ person: PersonID) async throws -> [TokenView] {
        try await registry.database.read { connection in
            try connection.query(sql, ["person": person]).map {
                TokenView(
                    id: try $0.get("id"), label: try $0.get("label"), createdAt: try $0.get("created_at"),
                    grant: try $0.get("grant_id"))
            }
        }
    }

    private func delete(_ sql: String, _ id: String, _ person: PersonID) async throws {
        try await registry.database.write { connection in
            try connection.execute(sql, ["id": id, "person": person])
        }
    }
}
