import Mandate
import Record

extension WorldBuilder {
    /// A title that should not have been written; later its payload is erased.
    mutating func planSlip() throws {
        let day = max(start.adding(days: 15), arguments.today.adding(days: -75))
        let title = script.erased["title"] ?? .string("A slip")
        try plan(
            "record-meeting", on: day, by: "committee-secretary",
            [
                "title": title, "kind": script.erased["kind"] ?? .string("other"),
                "heldOn": .string(day.description),
            ], mark: "slip")
    }

    /// Two heads erase the slips once they are in the record.
    mutating func planErasure(after day: CalendarDate) throws {
        for (mark, reason) in [("slip", script.erased["reason"]), ("case-slip", cases.slip["reason"])] {
            guard let slip = takeMark(mark) else { continue }
            let id = newID()
            try plan(
                "propose-erasure", on: day.adding(days: 2), by: "head",
                ["entry": .string(slip.rawValue), "reason": reason ?? .string("A slip")],
                made: ["erasure": .string(id)])
            try plan("erase-payload", on: day.adding(days: 6), by: "head-two", ["erasure": .string(id)])
        }
    }

    /// Somebody is invited and has not come yet; the last checkpoint is signed.
    mutating func finish(_ accounts: Accounts) async throws {
        for person in script.withoutSignIn where person.stage == "invited" {
            let fields: [String: JSONValue] = [
                "person": .string(try performer(person.key).person?.rawValue ?? ""),
                "purpose": .string("invitation"),
            ]
            clock.move(to: evening(of: arguments.today))
            _ = try await accounts.invite(
                ActCall("invite-person", fields, by: try performer("head")))
        }
        clock.move(to: evening(of: arguments.today))
        _ = try await registry.checkpoint()
    }
}
