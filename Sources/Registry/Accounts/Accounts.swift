import Disclosure
import Identity
import Pack
import Record
import Storage
import Synchronization

/// Lets people in: passwords, sessions, tokens, invitations, feeds. All of it is operational, none of it in
/// the record.
public final class Accounts: Sendable {
    let registry: Registry
    let hashing = HashingQueue(width: 1)
    let policy = SessionPolicy()
    private let limit = Mutex(RateLimit())

    public init(_ registry: Registry) { self.registry = registry }

    /// Signs a person in with their first capacity, or with the one that they used last.
    ///
    /// - Parameters:
    ///   - address: where the request came from, for the rate limit.
    ///   - userAgent: shown to the person among their sessions.
    /// - Throws: `Refusal` `sign-in.failed` whatever was wrong, `sign-in.too-many`, `sign-in.no-capacity`.
    public func signIn(
        email: String, password: String, address: String, userAgent: String
    ) async throws -> SignedIn {
        let now = registry.surroundings.now()
        // No address is longer; what is counted per address stays small.
        let email = String(email.prefix(254)).lowercased()
        try countAttempt(email: email, address: address, now)
        let stored = try await credential(email: email)
        // Without an account a decoy is hashed, so that the time tells nothing. No password is longer.
        let isSane = password.utf8.count <= PasswordPolicy.longest * 8
        let matches =
            try await queued { try await $0.matches(stored?.hash, isSane ? password : "") } && isSane
        guard matches, let stored else { throw Refusal("sign-in.failed", .notSignedIn) }
        limit.withLock { $0.succeeded(email: email) }
        let token = newToken(.session)
        try await registry.database.write { connection in
            guard let grant = try Self.grants(of: stored.person, connection).first else {
                throw Refusal("sign-in.no-capacity", .notAllowed)
            }
            try self.insertSession(token, stored.person, grant.id, userAgent, now, connection)
        }
        return SignedIn(person: stored.person, token: token)
    }

    /// Counts a try at a password.
    ///
    /// - Throws: `Refusal` `sign-in.too-many`.
    func countAttempt(email: String, address: String, _ now: Instant) throws {
        let wait = limit.withLock { $0.attempt(email: email, address: address, at: now.microseconds) }
        if let wait { throw Refusal("sign-in.too-many", .tooMany, ["seconds": String(wait)]) }
    }

    /// Hashes when its turn comes.
    ///
    /// - Throws: `Refusal` `sign-in.busy`.
    func queued<Result: Sendable>(_ hash: (HashingQueue) async throws -> Result) async throws -> Result {
        do {
            return try await hash(hashing)
        } catch let busy as HashingQueue.Busy {
            throw Refusal("sign-in.busy", .tooMany, ["seconds": String(busy.retryAfterSeconds)])
        }
    }

    private struct StoredCredential: Sendable {
        let person: PersonID
        let hash: PasswordHash
    }

    private func credential(email: String) async throws -> StoredCredential? {
        try await registry.database.read { connection in
            try connection.query(
                """
                SELECT person.person_id, credential.password_hash FROM person_version AS person
                  JOIN credential ON credential.person_id = person.person_id
                 WHERE person.email = :email AND person.until_entry IS NULL
                """, ["email": email]
            ).first.map {
                StoredCredential(
                    person: try $0.get("person_id"),
                    hash: PasswordHash(stored: try $0.get("password_hash", as: String.self)))
            }
        }
    }

    func newToken(_ kind: Token.Kind) -> Token { Token(kind, random: registry.surroundings.random(32)) }

    func insertSession(
        _ token: Token, _ person: PersonID, _ grant: GrantID, _ userAgent: String, _ now: Instant,
        _ connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO session
                (token_hash, id, person_id, grant_id, created_at, seen_at, rotated_at, user_agent)
            VALUES (:hash, :id, :person, :grant, :now, :now, :now, :agent)
            """,
            [
                "hash": token.hash, "id": registry.surroundings.newID(), "person": person, "grant": grant,
                "now": now.description, "agent": String(userAgent.prefix(200)),
            ])
    }

    /// The capacities that a person holds, in the order in which they were granted.
    static func grants(
        of person: PersonID, _ connection: any Connection
    ) throws -> [(id: GrantID, capacity: Capacity, about: String?)] {
        try connection.query(
            """
            SELECT id, capacity, about FROM capacity_grant
             WHERE person_id = :person AND confirmed_by IS NOT NULL AND ended_by IS NULL
             ORDER BY granted_by
            """, ["person": person]
        ).compactMap { row in
            guard let capacity = Capacity(rawValue: try row.get("capacity")) else { return nil }
            let about: String = try row.get("about")
            return (try row.get("id"), capacity, about.isEmpty ? nil : about)
        }
    }
}

/// Somebody signed in: the token goes into a cookie.
public struct SignedIn: Sendable {
    public let person: PersonID
    public let token: Token
}
