import Disclosure
import Mandate
import Pack
import Record

extension WorldBuilder {
    /// A case of the world, as far as a calibration may draw on it.
    struct Origin {
        let draft: CaseDraft
        let first: CalendarDate

        /// Whether somebody has no other sight of it.
        func isUnknown(to key: String) -> Bool {
            draft.cast.lead != key && draft.cast.id(key).string != ""
                && !draft.steps.contains {
                    $0.performer == key && $0.kind == "rate-requirement"
                        || $0.kind == "assign-second-reader" && $0.fields["person"] == draft.cast.id(key)
                }
        }
    }

    /// One calibration that is closed, with what was agreed, and one that is running: of two cases, each with an expert
    /// who does not know it and two more colleagues.
    mutating func planCalibrations() throws {
        let script = cases.calibration
        let units = script["units"]?.array ?? []
        let names = (script["raters"]?.array ?? []).compactMap(\.string)
        let authority = registry.catalogue["prepare-calibration"]?.authority.rawValue ?? ""
        let (closedOn, runsOn) = (arguments.today.adding(days: -20), arguments.today.adding(days: -6))
        let known = origins.filter { $0.first.adding(days: 2) <= closedOn.adding(days: -12) }
        guard names.count == 2, !units.isEmpty, !pack.authority(authority, on: runsOn.description).isEmpty,
            let first = known.first(where: { $0.isUnknown(to: "expert-two") }),
            let second = known.first(where: { $0.isUnknown(to: "expert") })
        else { return }
        var colleagues: [String] = []
        for (index, name) in names.enumerated() {
            let person = WorldScript.Person(
                key: "rater:\(index)", name: name, capacity: Capacity.expert.rawValue, about: nil,
                language: "en", stage: nil, reason: nil)
            try planOfficial(person, confirmedBy: "head")
            colleagues.append(person.key)
        }
        let raters = ["expert-two"] + colleagues
        let closed = try planExercise(
            of: first, script["closedTitle"] ?? .null, units, raters, on: closedOn.adding(days: -12),
            until: closedOn)
        for (place, key) in raters.enumerated() {
            try rate(units, closed.units, place, by: key, on: closedOn.adding(days: -6 + place))
            try plan(
                "hand-in-calibration", on: closedOn.adding(days: -6 + place), by: key,
                ["calibration": .string(closed.id)])
        }
        try plan("close-calibration", on: closedOn, by: "head", ["calibration": .string(closed.id)])
        for (unit, id) in zip(units, closed.units) {
            try plan(
                "conclude-calibration-unit", on: closedOn.next, by: "head",
                [
                    "unit": .string(id), "value": unit["agreed"] ?? .null,
                    "conclusion": unit["conclusion"] ?? .null,
                ])
        }
        let others = script["runningUnits"]?.array ?? []
        let running = try planExercise(
            of: second, script["runningTitle"] ?? .null, others, ["expert"] + colleagues,
            on: runsOn, until: arguments.today.adding(days: 8))
        try rate(
            others, running.units, 1, by: colleagues[0],
            on: arguments.today.adding(days: -3))
        try plan(
            "hand-in-calibration", on: arguments.today.adding(days: -3), by: colleagues[0],
            ["calibration": .string(running.id)])
    }

    /// Prepares an exercise and opens it on the day after.
    private mutating func planExercise(
        of origin: Origin, _ title: JSONValue, _ units: [JSONValue], _ raters: [String],
        on day: CalendarDate, until due: CalendarDate
    ) throws -> (id: String, units: [String]) {
        let id = newID()
        try plan(
            "prepare-calibration", on: day, by: "head",
            ["assessment": .string(origin.draft.assessment), "title": title],
            made: ["calibration": .string(id)])
        var made: [String] = []
        for unit in units {
            let own = newID()
            try plan(
                "write-calibration-unit", on: day, by: "head",
                [
                    "calibration": .string(id), "requirement": unit["requirement"] ?? .null,
                    "text": unit["text"] ?? .null,
                ], made: ["unit": .string(own)])
            made.append(own)
        }
        try plan(
            "open-calibration", on: day.next, by: "head",
            [
                "calibration": .string(id), "dueOn": .string(due.description),
                "raters": .array(
                    try raters.map { .string(try performer($0).person?.rawValue ?? "") }),
            ])
        return (id, made)
    }

    private mutating func rate(
        _ units: [JSONValue], _ ids: [String], _ place: Int, by key: String, on day: CalendarDate
    ) throws {
        for (unit, id) in zip(units, ids) {
            try plan(
                "rate-calibration-unit", on: day, by: key,
                [
                    "unit": .string(id), "value": unit["values"]?.array?[place] ?? .null,
                    "basis": unit["bases"]?.array?[place] ?? .null, "confidence": "medium",
                ], made: ["rating": .string(newID())])
        }
    }
}
