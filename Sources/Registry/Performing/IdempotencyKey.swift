import Record
import Storage

/// The key under which a program sends the same thing again and has it done once. The same holder, key and body get the
/// stored answer; another body under the key is refused.
public struct IdempotencyKey: Sendable {
    private let key: String
    private let body: Hash32

    /// - Parameter body: all that decides what is done, so that nothing else hides under the key.
    public init(_ key: String, of body: JSONValue) {
        self.key = key
        self.body = SHA256.hash(body.canonicalBytes)
    }

    init(_ key: String, of call: ActCall) {
        self.key = key
        body = call.bodyHash
    }

    /// - Returns: nil where nothing was done under the key.
    /// - Throws: `act.idempotency-key-reused`; a refusal for whoever no longer holds the capacity.
    func answer(to performer: ActPerformer, _ connection: any Connection) throws -> JSONValue? {
        let rows = try connection.query(
            "SELECT body_hash, answer FROM idempotency WHERE holder = :holder AND key = :key",
            ["holder": Self.holder(performer), "key": key])
        guard let row = rows.first else { return nil }
        // Authorised again: a capacity that ended since gets no stored answer.
        try PerformTransaction.authorise(performer, connection)
        guard try row.get("body_hash", as: [UInt8].self) == body.bytes else {
            throw Refusal("act.idempotency-key-reused", .incomplete)
        }
        return try JSONValue(parsing: try row.get("answer", as: String.self))
    }

    /// - Parameter entry: takes the answer with it when it is erased, so an answer of many holds nothing of their fields.
    func store(
        _ answer: JSONValue, of entry: EntryID, to performer: ActPerformer, at now: Instant,
        _ connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO idempotency (holder, key, body_hash, entry_id, answer, at)
            VALUES (:holder, :key, :body_hash, :entry, :answer, :at)
            """,
            [
                "holder": Self.holder(performer), "key": key, "body_hash": body.bytes, "entry": entry,
                "answer": answer.canonicalString, "at": now.description,
            ])
    }

    private static func holder(_ performer: ActPerformer) -> String {
        "\(performer.person?.rawValue ?? "console")/\(performer.grant?.rawValue ?? "")"
    }
}
