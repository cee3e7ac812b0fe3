import Mandate
import Pack
import Record

extension WorldBuilder {
    /// Days before the last on which the later version of a questionnaire enters use.
    static let nextVersionInUse = 3

    /// The Committee adopts the surveys, as its secretary records; the overview awaits it.
    mutating func planQuestionnaires() throws {
        for questionnaire in pack.questionnaires where questionnaire.code != "overview" {
            try planAdoption(of: questionnaire.code, questionnaire.version, on: start.adding(days: 4))
        }
    }

    /// The mandate's own authority may have run out on a late day; then nothing of it happens.
    private func mayAct(_ key: String, on day: CalendarDate) -> Bool {
        !pack.authority(key, on: day.description).isEmpty
    }

    private mutating func planAdoption(of code: String, _ version: String, on day: CalendarDate) throws {
        guard mayAct("committee.decide", on: day) else { return }
        try plan(
            "adopt-questionnaire", on: day, by: "committee-secretary",
            [
                "questionnaire": .string(code), "edition": .string(version),
                "decidedOn": .string(day.description), "reference": .string("S/AC.40/\(day.year)/NOTE.12"),
            ])
    }

    /// Late in the story a version with an amended question comes into use.
    ///
    /// - Parameter hash: of the pack that holds it.
    mutating func planNextVersion(_ hash: PackID) throws {
        let next = cases.nextVersion
        guard let code = next["questionnaire"]?.string, let version = next["to"]?.string else { return }
        let day = arguments.today.adding(days: -Self.nextVersionInUse)
        try plan("adopt-pack", on: day.previous, by: "head", ["pack": .string(hash.rawValue)])
        try planAdoption(of: code, version, on: day)
    }

    /// A case that was being prepared when the later version came into use goes on with it.
    mutating func planMove(of draft: CaseDraft, openedOn day: CalendarDate) throws {
        let inUse = arguments.today.adding(days: -Self.nextVersionInUse)
        guard mayAct("committee.decide", on: inUse), mayAct("assessment.conduct", on: inUse.next),
            draft.isBeingPrepared, !draft.turns.contains(.detailed), day < inUse.adding(days: -2)
        else {
            return
        }
        try plan(
            "move-assessment", on: inUse.next, by: draft.cast.lead, ["assessment": .string(draft.assessment)])
    }

    /// Assessments from before the software, entered when the record was young.
    mutating func planHistoric() throws {
        let day = start.adding(days: 6)
        for one in cases.historic where mayAct("assessment.conduct", on: day) {
            guard let index = one["state"]?.int, index < pack.states.count, var fields = one.object else {
                continue
            }
            fields["state"] = .string(pack.states[index].code)
            fields["questionnaire"] = "short-survey"
            try plan("enter-historic-assessment", on: day, by: "expert", fields)
        }
    }
}
