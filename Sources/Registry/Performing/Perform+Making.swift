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
            let calls = try making(transaction.reader(for: performer))
            precondition(calls.count <= Self.mostInOneTransaction, "callers split what is longer")
            var performed: [Performed] = []
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
