import Disclosure
import Mandate
import Record

extension Registry {
    /// Performs, as the clock, what the passing of time alone makes due: openings after notice, where the pack in
    /// force says that notice is enough. Each is done once, whoever calls and however often.
    ///
    /// - Returns: how many acts were performed.
    /// - Throws: `Refusal` where the pack gives no authority; `StorageError` if the engine fails.
    @discardableResult
    public func performDue() async throws -> Int {
        let due = try await read(for: viewer(of: .clock, nil)) { try $0.noticesToOpen() }
        var performed = 0
        for notice in due {
            do {
                _ = try await perform(ActCall(OpenAfterNotice.kind, ["notice": .string(notice)], by: .clock))
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
