import Identity
import Record
import Storage

extension Accounts {
    /// How long an invitation or a reset is good for.
    public static let invitationDays = 7

    /// Invites a person by an act; the one-time address comes back here and nowhere else.
    ///
    /// - Parameter call: an `InvitePerson`.
    /// - Returns: the act's answer, and the token of the address.
    public func invite(_ call: ActCall) async throws -> (answer: JSONValue, token: Token) {
        let token = invitationToken(call)
        return (try await invite(call, token, nil), token)
    }

    /// As `invite`, once for a key: sent again, there is the stored answer and no address, since none is kept.
    public func invite(
        _ call: ActCall, idempotencyKey: String?
    ) async throws -> (answer: JSONValue, token: Token?) {
        let token = invitationToken(call)
        let answer = try await invite(call, token, idempotencyKey)
        return (answer, try await invited(token) == nil ? nil : token)
    }

    private func invitationToken(_ call: ActCall) -> Token {
        newToken(call.fields["purpose"]?.string == "reset" ? .reset : .invitation)
    }

    private func invite(_ call: ActCall, _ token: Token, _ idempotencyKey: String?) async throws -> JSONValue
    {
        let purpose = call.fields["purpose"]?.string ?? ""
        let now = registry.surroundings.now()
        let expires = Instant(microseconds: now.microseconds + Int64(Self.invitationDays) * 86_400_000_000)
        let person = call.fields["person"]?.string ?? ""
        return try await registry.perform(call, idempotencyKey: idempotencyKey) { connection, _ in
            try connection.execute(
                """
                INSERT INTO invitation (token_hash, person_id, purpose, expires_at)
                VALUES (:hash, :person, :purpose, :expires)
                """,
                [
                    "hash": token.hash, "person": person, "purpose": purpose, "expires": expires.description,
                ])
        }
    }

    /// Whom an invitation is for; nil where it is unknown, used or over.
    public func invited(_ token: Token) async throws -> (person: PersonID, name: String, email: String)? {
        let now = registry.surroundings.now().description
        let hash = token.hash
        return try await registry.database.read { connection in
            try connection.query(
                """
                SELECT person.person_id, person.name, person.email FROM invitation
                  JOIN person_version AS person ON person.person_id = invitation.person_id
                 WHERE invitation.token_hash = :hash AND invitation.expires_at > :now
                   AND person.until_entry IS NULL
                """, ["hash": hash, "now": now]
            ).first.map {
                (
                    try $0.get("person_id"), try $0.optional("name") ?? "", try $0.optional("email") ?? ""
                )
            }
        }
    }

    /// Sets the password of whoever was invited; every invitation and session of theirs ends.
    ///
    /// - Throws: `Refusal` `invitation.over`, `password.…`.
    public func accept(_ token: Token, password: String) async throws {
        guard let invited = try await invited(token) else { throw Refusal("invitation.over", .notFound) }
        let hash = try await checkedHash(password, email: invited.email)
        let person = invited.person
        let now = registry.surroundings.now().description
        try await registry.database.write { connection in
            let used = try connection.executeCounting(
                "DELETE FROM invitation WHERE token_hash = :hash", ["hash": token.hash])
            guard used == 1 else { throw Refusal("invitation.over", .notFound) }
            try Self.store(hash, of: person, now, connection)
            // Other addresses that were made for the same person are no way in any more.
            try connection.execute("DELETE FROM invitation WHERE person_id = :person", ["person": person])
            try connection.execute("DELETE FROM session WHERE person_id = :person", ["person": person])
        }
    }

    /// Changes one's own password; other sessions end.
    public func changePassword(of visitor: Visitor, from old: String, to new: String) async throws {
        let person = visitor.person
        let stored = try await registry.database.read { connection in
            try connection.query(
                """
                SELECT credential.password_hash, person.email FROM credential
                  JOIN person_version AS person ON person.person_id = credential.person_id
                 WHERE credential.person_id = :person AND person.until_entry IS NULL
                """, ["person": person]
            ).first.map {
                (
                    PasswordHash(stored: try $0.get("password_hash", as: String.self)),
                    try $0.optional("email", as: String.self) ?? ""
                )
            }
        }
        let at = registry.surroundings.now()
        // Whoever sits at another's open session guesses no faster than at the door.
        try countAttempt(email: stored?.1 ?? "", address: "session \(visitor.session ?? "")", at)
        guard let stored, try await queued({ try await $0.matches(stored.0, old) }) else {
            throw Refusal("password.old-wrong", .notAllowed)
        }
        let hash = try await checkedHash(new, email: stored.1)
        let now = at.description
        let session = visitor.session ?? ""
        try await registry.database.write { connection in
            try Self.store(hash, of: person, now, connection)
            try connection.execute(
                "DELETE FROM session WHERE person_id = :person AND id <> :session",
                ["person": person, "session": session])
        }
    }

    /// Sets passwords that were made for a demonstration world.
    func setPasswords(_ passwords: [(person: PersonID, hash: PasswordHash)]) async throws {
        let now = registry.surroundings.now().description
        try await registry.database.write { connection in
            for one in passwords { try Self.store(one.hash, of: one.person, now, connection) }
        }
    }

    private func checkedHash(_ password: String, email: String) async throws -> PasswordHash {
        if let fault = PasswordPolicy.fault(in: password, email: email) {
            throw Refusal(fault.rawValue, .incomplete)
        }
        return try await queued { try await $0.hash(password) }
    }

    private static func store(
        _ hash: PasswordHash, of person: PersonID, _ now: String, _ connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO credential (person_id, password_hash, changed_at) VALUES (:person, :hash, :now)
            ON CONFLICT (person_id) DO UPDATE
                SET password_hash = excluded.password_hash, changed_at = excluded.changed_at
            """, ["person": person, "hash": hash.text, "now": now])
    }
}
