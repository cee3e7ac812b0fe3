import Mandate
import Pack
import Record

extension WorldBuilder {
    /// Reads the duties of the mandate: proposed by one, confirmed by another.
    mutating func planDuties() throws -> [DutyID: WorldScript.Duty] {
        var told: [DutyID: WorldScript.Duty] = [:]
        for (position, duty) in script.duties.enumerated() {
            let id = newID()
            told[DutyID(id)] = duty
            let proposer = position % 3 == 2 ? "expert-two" : "expert"
            let isFresh = duty.story == "proposed"
            let proposedOn =
                isFresh
                ? max(start.adding(days: 6), arguments.today.adding(days: -21)) : start.adding(days: 6)
            let paragraph: [String: JSONValue] = ["paragraph": .string(duty.paragraph)]
            let fields = try atParagraph(duty.fields.merging(paragraph) { $1 })
            try plan("propose-duty", on: proposedOn, by: proposer, fields, made: ["duty": .string(id)])
            try planFate(of: duty, id, position, fields)
        }
        return told
    }

    private mutating func planFate(
        of duty: WorldScript.Duty, _ id: String, _ position: Int, _ fields: [String: JSONValue]
    ) throws {
        let named: [String: JSONValue] = ["duty": .string(id)]
        let reason: [String: JSONValue] = ["reason": .string(duty.reason ?? "")]
        switch duty.story {
        case "withdrawn":
            try plan("withdraw-duty", on: start.adding(days: 20), by: "head", named.merging(reason) { $1 })
        case "confirmed", "corrected":
            let confirmer = position % 4 == 3 ? "head-two" : "head"
            try plan("confirm-duty", on: start.adding(days: 12), by: confirmer, named)
        default: return
        }
        if duty.story == "corrected" {
            // It waits for a head, and the Committee goes on seeing what was confirmed.
            try plan(
                "correct-duty", on: arguments.today.adding(days: -9), by: "expert-two",
                fields.merging(duty.correction) { $1 }.merging(named) { $1 })
        }
        for event in duty.events {
            try plan(
                "record-duty-event", on: start.adding(days: 13), by: "committee-secretary",
                named.merging(["occurredOn": .string(event.on), "about": .string(event.about)]) { $1 })
        }
        try planAssessments(of: duty, named)
    }

    /// First reports on invented States, each of which starts a clock of its own.
    private mutating func planAssessments(of duty: WorldScript.Duty, _ named: [String: JSONValue]) throws {
        guard let assessments = duty.assessments else { return }
        var month = 1
        while true {
            let day = start.due(within: month).adding(days: Int.random(in: 0..<20, using: &chance))
            guard day <= arguments.today else { return }
            let state = stateName(at: month / assessments.everyMonths)
            let about = assessments.about.replacing("{state}", with: state)
            try plan(
                "record-duty-event", on: day.adding(days: 2), by: "expert",
                named.merging(["occurredOn": .string(day.description), "about": .string(about)]) { $1 })
            month += assessments.everyMonths
        }
    }

    func stateName(at position: Int) -> String {
        let state = pack.states[position % pack.states.count]
        return state.name.values["en"] ?? state.code
    }
}
