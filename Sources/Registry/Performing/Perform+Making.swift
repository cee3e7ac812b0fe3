import Disclosure
import Record
import Storage

/// Many acts of one performer that are made from what they see at that moment: nothing can change between the look
/// and the acts.
extension Registry {
    /// Performs the acts, one entry each, in one transaction: all or none.
    ///
    /// - Parameter making: the acts, at most 1,000, from what the performer sees; a refusal of its own does nothing.
    /// - Throws: `BatchRefusal` naming the call that was refused; `Refusal`.
    public func perform(
        by performer: ActPerformer, making: @escaping @Sendable (Reader) throws -> [ActCall]
    ) async throws -> [Performed] {
        let now = surroundings.now()
        return try await database.write { connection in
            var transaction = try PerformTransaction(self, connection, now)
            return try Self.carryOut(
                try making(transaction.reader(for: performer)), &transaction)
        }
    }

    /// The same for a program, which may send the same again.
    ///
    /// - Parameters:
    ///   - key: the same holder, key and body get the stored answer. Where no act was needed, none is stored.
    ///   - answer: what is said of them, and nothing of their fields: an erasure must not find them there.
    public func perform<Made: Sendable>(
        by performer: ActPerformer, under key: IdempotencyKey?,
        making: @escaping @Sendable (Reader) throws -> (Made, [ActCall]),
        answer: @escaping @Sendable (Made, [Performed]) -> JSONValue
    ) async throws -> JSONValue {
        let now = surroundings.now()
        return try await database.write { connection in
            var transaction = try PerformTransaction(self, connection, now)
            if let answer = try key?.answer(to: performer, connection) { return answer }
            let (made, calls) = try making(transaction.reader(for: performer))
            let performed = try Self.carryOut(calls, &transaction)
            let said = answer(made, performed)
            if let first = performed.first {
                try key?.store(said, of: first.entry, to: performer, at: now, connection)
            }
            return said
        }
    }

    /// What was answered under a key; nil where nothing was done under it.
    public func answer(under key: IdempotencyKey, to performer: ActPerformer) async throws -> JSONValue? {
        try await database.read { try key.answer(to: performer, $0) }
    }

    static func carryOut(
        _ calls: [ActCall], _ transaction: inout PerformTransaction
    ) throws -> [Performed] {
        precondition(calls.count <= mostInOneTransaction, "callers split what is longer")
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

    /// What would be refused of the acts, were they performed now one after the other; nothing is kept.
    ///
    /// - Parameter making: something made from what the performer sees, and its acts.
    /// - Returns: what was made, and the refusals by the position of their act.
    public func attempt<Made: Sendable>(
        by performer: ActPerformer, making: @escaping @Sendable (Reader) throws -> (Made, [ActCall])
    ) async throws -> (made: Made, refusals: [Int: Refusal]) {
        let now = surroundings.now()
        do {
            try await database.write { connection in
                var transaction = try PerformTransaction(self, connection, now)
                let (made, calls) = try making(transaction.reader(for: performer))
                precondition(calls.count <= Self.mostInOneTransaction, "callers split what is longer")
                var refusals: [Int: Refusal] = [:]
                for (position, call) in calls.enumerated() {
                    // Refused before it changed anything: the others go on from where they were.
                    do { _ = try transaction.perform(call) } catch let refusal as Refusal {
                        refusals[position] = refusal
                    }
                }
                throw Attempted(made: made, refusals: refusals)
            }
        } catch let attempted as Attempted<Made> {
            return (attempted.made, attempted.refusals)
        }
        preconditionFailure("the transaction above always ends by an error")
    }

    /// Takes a transaction back and brings out what it found.
    private struct Attempted<Made: Sendable>: Error {
        let made: Made
        let refusals: [Int: Refusal]
    }
}
