import Disclosure
import Mandate
import Pack
import Record

extension WorldBuilder {
    /// What the Directorate asked of States outside assessments: one closed, one answered, one running, one for which
    /// more time is asked, one whose date passed, one that waits to be sent.
    mutating func planRequests() throws {
        for one in cases.requests {
            let sent = arguments.today.adding(days: -(one["sent"]?.int ?? 0))
            guard let index = one["state"]?.int, index < pack.states.count,
                // People and their capacities are there by then.
                start.adding(days: 9) < sent, mayAct("request.write", on: sent),
                mayAct("request.write", on: arguments.today)
            else { continue }
            try planRequest(one, of: index, sent: sent)
        }
    }

    private mutating func planRequest(_ one: JSONValue, of index: Int, sent: CalendarDate) throws {
        let name = pack.states[index].name.values
        func text(_ key: String) -> JSONValue { CaseDraft.localized(one[key] ?? .null, name) }
        func day(_ key: String) -> CalendarDate {
            arguments.today.adding(days: -(one[key]?.int ?? 0))
        }
        let request = newID()
        let this: [String: JSONValue] = ["request": .string(request)]
        let lines = one["questions"]?["en"]?.string?.split(separator: "\n").count ?? 0
        let points = (0..<lines).map { _ in newID() }
        let focalPoint =
            script.people.first {
                $0.about == "state:\(index)" && $0.capacity == Capacity.focalPoint.rawValue
            }?
            .key ?? "\(Capacity.focalPoint.rawValue):\(index)"
        try plan(
            "draft-request", on: sent.previous, by: "expert",
            [
                "state": .string(pack.states[index].code), "subject": text("subject"),
                "questions": text("questions"),
            ], made: this.merging(["points": .array(points.map { .string($0) })]) { $1 })
        let through = one["through"]?.string ?? ""
        guard through != "draft" else { return }
        try plan("send-request", on: sent, by: "head", this)
        let replies = one["replies"]?.array ?? []
        let repliedOn = one["drafted"] == nil ? day("replied") : day("drafted")
        for (point, reply) in zip(points, replies) {
            try plan(
                "draft-request-reply", on: repliedOn, by: focalPoint,
                ["point": .string(point), "text": CaseDraft.localized(reply, name)])
        }
        switch through {
        case "answered", "closed":
            try plan("send-request-replies", on: repliedOn, by: focalPoint, this)
            guard through == "closed" else { return }
            try plan(
                "close-request", on: day("ended"), by: "expert",
                this.merging(["reason": text("remark")]) { $1 })
        case "asked":
            try plan(
                "ask-more-time", on: day("asked"), by: focalPoint,
                this.merging(["reason": text("reason")]) { $1 })
        case "overdue": plan("mark-request-overdue", on: day("marked"), by: .clock, this)
        default: return
        }
    }
}
