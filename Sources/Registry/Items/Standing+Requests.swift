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

    /// A text about a State rests on what that State replied, and on no other's.
    ///
    /// - Throws: `source.other-state`.
    func require(_ replies: [Identifier<Kind.RequestReply>], of state: String) throws {
        for reply in replies where try item(.requestReply, reply.rawValue).state != state {
            throw Refusal("source.other-state", .incomplete)
        }
    }

    /// The last day of one of the pack's limits that begins on a day.
    func lastDay(of limit: String, from day: CalendarDate) -> CalendarDate {
        pack?.stageLimit(limit).flatMap { pack?.deadline(of: $0, from: day) } ?? day
    }
}
