import Disclosure
import Mandate
import Record

extension Registry {
    /// Performs, as the clock, what the passing of time alone makes due: openings after notice, where the pack in
    /// force says that notice is enough; marks on requests whose date passed. Each is done once, whoever calls and however
    /// often.
    ///
    /// - Returns: how many acts were performed.
    /// - Throws: `Refusal` where the pack gives no authority; `StorageError` if the engine fails.
    @discardableResult
    public func performDue() async throws -> Int {
        let due = try await read(for: viewer(of: .clock, nil)) { reader in
            let notices = try reader.noticesToOpen().map { (OpenAfterNotice.kind, "notice", $0) }
            return notices + (try reader.requestsToMark().map { (MarkRequestOverdue.kind, "request", $0) })
        }
        var performed = 0
        for (kind, field, id) in due {
            do {
                _ = try await perform(ActCall(kind, [field: .string(id)], by: .clock))
                performed += 1
            } catch let refusal as Refusal where refusal.kind == .notNow {
                // Answered or opened meanwhile, perhaps by another node.
                continue
            }
        }
        return performed
    }
}

extension Reader {
    /// Identifiers of the unanswered notices whose last day is over, where the pack opens after notice.
    func noticesToOpen() throws -> [String] {
        guard pack?.opensAfterNotice == true else { return [] }
        return try items(.notice).filter { notice in
            guard notice.value == "told", let opens = notice.text("opensOn").flatMap({ CalendarDate($0) })
            else {
                return false
            }
            return opens < asOf.day
        }.map(\.id)
    }
}
