import Disclosure
import Mandate
import Pack
import Record
import Storage

extension Registry {
    /// Performs one act: authorises, checks, changes the tables and appends to the record in one transaction,
    /// or does nothing and says why.
    ///
    /// - Parameters:
    ///   - call: which act, with what, by whom.
    ///   - idempotencyKey: the same holder, key and body get the stored answer.
    ///   - alongside: changes operational tables in the same transaction.
    /// - Throws: `Refusal`; `StorageError` if the engine fails.
    public func perform(
        _ call: ActCall, idempotencyKey: String? = nil,
        alongside: (@Sendable (any Connection, Performed) throws -> Void)? = nil
    ) async throws -> JSONValue {
        let now = surroundings.now()
        let answer = try await database.write { connection in
            // Before the key is looked up: the same act at another node must have ended, or not have begun.
            var transaction = try PerformTransaction(self, connection, now)
            if let idempotencyKey, let answer = try self.storedAnswer(call, idempotencyKey, connection) {
                return answer
            }
            let performed = try transaction.perform(call)
            try transaction.finish()
            try alongside?(connection, performed)
            if let idempotencyKey { try self.store(performed, call, idempotencyKey, now, connection) }
            return performed.json
        }
        // What was erased is shown to nobody from here on; its bytes follow, now or at the clock's next turn.
        if call.kind == ErasePayload.kind {
            do { try await removeFilesToGo() } catch is StorageError {}
        }
        return answer
    }

    /// Performs several acts, one entry each, in one transaction: all or none.
    ///
    /// - Parameter calls: at most 1,000.
    /// - Throws: `BatchRefusal` naming the call that was refused.
    public func perform(all calls: [ActCall]) async throws -> [Performed] {
        precondition(calls.count <= Self.mostInOneTransaction, "callers split what is longer")
        let now = surroundings.now()
        return try await database.write { connection in
            var transaction = try PerformTransaction(self, connection, now)
            var performed: [Performed] = []
            performed.reserveCapacity(calls.count)
            for (position, call) in calls.enumerated() {
                do {
                    performed.append(try transaction.perform(call))
                } catch let refusal as Refusal {
                    throw BatchRefusal(position: position, refusal: refusal)
                }
            }
            try transaction.finish()
            return performed
        }
    }

    /// The most acts in one transaction.
    public static let mostInOneTransaction = 1_000

    private func storedAnswer(
        _ call: ActCall, _ key: String, _ connection: any Connection
    ) throws -> JSONValue? {
        let rows = try connection.query(
            "SELECT body_hash, answer FROM idempotency WHERE holder = :holder AND key = :key",
            ["holder": Self.holder(call), "key": key])
        guard let row = rows.first else { return nil }
        // Authorised again: a capacity that ended since gets no stored answer.
        try PerformTransaction.authorise(call.performer, connection)
        guard try row.get("body_hash", as: [UInt8].self) == call.bodyHash.bytes else {
            throw Refusal("act.idempotency-key-reused", .incomplete)
        }
        return try JSONValue(parsing: try row.get("answer", as: String.self))
    }

    private func store(
        _ performed: Performed, _ call: ActCall, _ key: String, _ now: Instant, _ connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO idempotency (holder, key, body_hash, entry_id, answer, at)
            VALUES (:holder, :key, :body_hash, :entry, :answer, :at)
            """,
            [
                "holder": Self.holder(call), "key": key, "body_hash": call.bodyHash.bytes,
                "entry": performed.entry,
                "answer": performed.json.canonicalString, "at": now.description,
            ])
    }

    private static func holder(_ call: ActCall) -> String {
        "\(call.performer.person?.rawValue ?? "console")/\(call.performer.grant?.rawValue ?? "")"
    }
}
