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
            let key = idempotencyKey.map { IdempotencyKey($0, of: call) }
            if let key, let answer = try key.answer(to: call.performer, connection) { return answer }
            let performed = try transaction.perform(call)
            try transaction.finish()
            try alongside?(connection, performed)
            let answer = performed.json
            try key?.store(answer, of: performed.entry, to: call.performer, at: now, connection)
            return answer
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
        let now = surroundings.now()
        return try await database.write { connection in
            var transaction = try PerformTransaction(self, connection, now)
            return try Self.carryOut(calls, &transaction)
        }
    }

    /// The most acts in one transaction.
    public static let mostInOneTransaction = 1_000
}
