import Disclosure
import Record
import Registry

/// The calibrations of the walk.
extension CaseWalk {
    /// One that is closed with what was agreed, one that is running, one that was withdrawn before it opened.
    mutating func calibrate() async throws {
        let assessment = JSONValue.string(
            try await act(
                "open-assessment", ["state": "ANR", "questionnaire": "short-survey"], by: "head-two"
            ).id("assessment"))
        let raters = ["expert", "expert-two"]
        let closed = try await exercise(of: assessment, raters)
        for key in raters {
            try await rate(closed.unit, "partly", by: key)
            try await act("hand-in-calibration", ["calibration": closed.id], by: key)
        }
        try await act("close-calibration", ["calibration": closed.id], by: "head")
        try await act(
            "conclude-calibration-unit", ["unit": closed.unit, "value": "largely", "conclusion": text],
            by: "head")
        let running = try await exercise(of: assessment, raters)
        for value in ["partly", "fully"] { try await rate(running.unit, value, by: "expert") }
        try await rate(running.unit, "largely", by: "expert-two")
        let third = try await world.add("rater-\(performed.count)", .expert, by: "head")
        try await act(
            "replace-calibration-rater",
            [
                "calibration": running.id, "person": .string(world.person("expert-two")),
                "successor": .string(third.person?.rawValue ?? ""),
            ], by: "head")
        let unopened = try await prepare(assessment)
        try await act(
            "remove-calibration-unit", ["calibration": unopened.id, "requirement": "LEG1"], by: "head")
        try await act("withdraw-calibration", ["calibration": unopened.id, "reason": text], by: "head-two")
    }

    private mutating func prepare(_ assessment: JSONValue) async throws -> (id: JSONValue, unit: JSONValue) {
        let calibration = try await act(
            "prepare-calibration", ["assessment": assessment, "title": text], by: "head"
        ).id("calibration")
        var unit = ""
        for _ in 1...2 {
            unit = try await act(
                "write-calibration-unit",
                ["calibration": .string(calibration), "requirement": "LEG1", "text": text], by: "head"
            ).id("calibration-unit")
        }
        return (.string(calibration), .string(unit))
    }

    private mutating func exercise(
        of assessment: JSONValue, _ raters: [String]
    ) async throws -> (id: JSONValue, unit: JSONValue) {
        let made = try await prepare(assessment)
        try await act(
            "open-calibration",
            [
                "calibration": made.id, "dueOn": "2024-12-31",
                "raters": .array(raters.map { .string(world.person($0)) }),
            ], by: "head")
        return made
    }

    private mutating func rate(_ unit: JSONValue, _ value: String, by key: String) async throws {
        try await act(
            "rate-calibration-unit",
            ["unit": unit, "value": .string(value), "basis": text, "confidence": "high"], by: key)
    }
}
