import Disclosure
import Identity
import Pack
import Record
import Storage

/// Who is behind a request: a person in one capacity, by session or token.
public struct Visitor: Sendable {
    /// One of the person's capacities, to switch to.
    public struct Holding: Sendable, Hashable {
        public let grant: GrantID
        public let capacity: Capacity
        public let about: String?
    }

    public let person: PersonID
    public let name: String
    /// Tag of the person's interface language.
    public let language: String
    public let grant: GrantID
    public let capacity: Capacity
    public let about: String?
    public let viewer: Viewer
    /// All that the person holds, this one included.
    public let holdings: [Holding]
    /// Identifies the session towards forms; nil for API tokens and feeds.
    public let session: String?
    /// A new session token to be set, where it was due.
    public let rotated: Token?

    /// As the performer of an act.
    public func performer(via: ActPerformer.Via) -> ActPerformer {
        ActPerformer(person: person, grant: grant, capacity: capacity, about: about, via: via)
    }
}

extension Accounts {
    /// The visitor of a session token; nil where it is unknown, over, or its capacity ended.
    public func visitor(session token: Token) async throws -> Visitor? {
        let now = registry.surroundings.now()
        guard let (found, visitor) = try await session(token) else { return nil }
        guard policy.stage(of: found.times, at: now.microseconds) == .live,
            !found.isFormer || policy.takesFormerToken(found.times, at: now.microseconds)
        else { return nil }
        let isDue = !found.isFormer && policy.needsRotation(found.times, at: now.microseconds)
        var rotated = isDue ? newToken(.session) : nil
        // The last sight of a session matters to the minute: no write for every page.
        if isDue || now.microseconds - found.times.lastSeenAt > 60_000_000 {
            // Of two requests at once one gives the new token; the other's is taken a little longer.
            if try await !touch(found.id, now, from: token, to: rotated) { rotated = nil }
        }
        guard rotated != nil else { return visitor }
        return try await self.visitor(found.person, found.grant, session: found.id, rotated: rotated)
    }

    private struct Session: Sendable {
        let id: String
        let person: PersonID
        let grant: GrantID
        let times: SessionPolicy.Times
        let isFormer: Bool
    }

    /// The session with its visitor, in one read: there is one for every page.
    private func session(_ token: Token) async throws -> (Session, Visitor?)? {
        let hash = token.hash
        return try await registry.database.read { connection in
            try connection.query(
                "SELECT * FROM session WHERE token_hash = :hash OR former_hash = :hash", ["hash": hash]
            ).first.map { row in
                func time(_ column: String) throws -> Int64 {
                    Instant(try row.get(column, as: String.self))?.microseconds ?? 0
                }
                let session = Session(
                    id: try row.get("id"), person: try row.get("person_id"), grant: try row.get("grant_id"),
                    times: SessionPolicy.Times(
                        startedAt: try time("created_at"), lastSeenAt: try time("seen_at"),
                        rotatedAt: try time("rotated_at")),
                    isFormer: try row.get("token_hash", as: [UInt8].self) != hash)
                let visitor = try self.visitor(
                    session.person, session.grant, session: session.id, rotated: nil, connection)
                return (session, visitor)
            }
        }
    }

    /// - Returns: whether the session has the new token now.
    private func touch(_ id: String, _ now: Instant, from old: Token, to new: Token?) async throws -> Bool {
        try await registry.database.write { connection in
            try connection.execute(
                "UPDATE session SET seen_at = :now WHERE id = :id", ["now": now.description, "id": id])
            guard let new else { return false }
            return try connection.executeCounting(
                """
                UPDATE session SET former_hash = token_hash, token_hash = :hash, rotated_at = :now
                 WHERE id = :id AND token_hash = :old
                """, ["hash": new.hash, "now": now.description, "id": id, "old": old.hash]) == 1
        }
    }

    /// The visitor of an API token.
    public func visitor(bearer token: Token) async throws -> Visitor? {
        let now = registry.surroundings.now().description
        let hash = token.hash
        return try await registry.database.read { connection in
            let rows = try connection.query(
                "SELECT person_id, grant_id FROM api_token WHERE token_hash = :hash AND expires_at > :now",
                ["hash": hash, "now": now])
            guard let row = rows.first else { return nil }
            return try self.visitor(
                PersonID(try row.get("person_id")), GrantID(try row.get("grant_id")), session: nil,
                rotated: nil,
                connection)
        }
    }

    /// The visitor of a feed's address.
    public func visitor(feed token: Token) async throws -> Visitor? {
        let hash = token.hash
        return try await registry.database.read { connection in
            let rows = try connection.query(
                "SELECT person_id, grant_id FROM feed WHERE token_hash = :hash", ["hash": hash])
            guard let row = rows.first else { return nil }
            return try self.visitor(
                PersonID(try row.get("person_id")), GrantID(try row.get("grant_id")), session: nil,
                rotated: nil,
                connection)
        }
    }

    /// A person in a capacity that they hold now; nil where they do not.
    func visitor(
        _ person: PersonID, _ grant: GrantID, session: String?, rotated: Token?
    ) async throws -> Visitor? {
        try await registry.database.read { connection in
            try self.visitor(person, grant, session: session, rotated: rotated, connection)
        }
    }

    private func visitor(
        _ person: PersonID, _ grant: GrantID, session: String?, rotated: Token?, _ connection: any Connection
    ) throws -> Visitor? {
        let holdings = try Self.grants(of: person, connection)
        guard let held = holdings.first(where: { $0.id == grant }) else { return nil }
        let rows = try connection.query(
            "SELECT name, language FROM person_version WHERE person_id = :id AND until_entry IS NULL",
            ["id": person])
        guard let row = rows.first else { return nil }
        let pack = try registry.packInForce(connection)
        return Visitor(
            person: person, name: try row.optional("name") ?? "", language: try row.get("language"),
            grant: grant, capacity: held.capacity, about: held.about,
            viewer: Registry.viewer(person: person, capacity: held.capacity, about: held.about, pack),
            holdings: holdings.map {
                Visitor.Holding(grant: $0.id, capacity: $0.capacity, about: $0.about)
            }, session: session, rotated: rotated)
    }

    /// The visitor that a person is in one capacity: for the console, on demonstration data.
    public func visitor(email: String, capacity: Capacity) async throws -> Visitor? {
        let found = try await registry.database.read { connection -> (PersonID, GrantID)? in
            let rows = try connection.query(
                "SELECT person_id FROM person_version WHERE email = :email AND until_entry IS NULL",
                ["email": email.lowercased()])
            guard let person = try rows.first?.get("person_id", as: PersonID.self) else { return nil }
            return try Self.grants(of: person, connection).first { $0.capacity == capacity }
                .map { (person, $0.id) }
        }
        guard let found else { return nil }
        return try await visitor(found.0, found.1, session: nil, rotated: nil)
    }
}
