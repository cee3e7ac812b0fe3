import Disclosure
import Mandate
import Pack
import Record

extension Standing {
    /// A request that the performer sees, at one of these stages.
    ///
    /// - Throws: `request.not-at-stage`.
    func request(_ id: Identifier<Kind.Request>, at stages: Set<RequestStage>) throws -> RequestView {
        guard let found = try reader.request(id.rawValue) else {
            throw Refusal("object.not-found", .notFound)
        }
        guard stages.contains(found.stage) else { throw Refusal("request.not-at-stage", .notNow) }
        return found
    }

    /// The last day of one of the pack's limits that begins on a day.
    func lastDay(of limit: String, from day: CalendarDate) -> CalendarDate {
        pack?.stageLimit(limit).flatMap { pack?.deadline(of: $0, from: day) } ?? day
    }
}
