import Record

@testable import Registry

/// An exercise over two requirements of a case that nobody of the raters knows.
struct CalibrationExercise {
    let world: TestWorld
    let id: String
    var units: [String] = []
    let raters: [String]
    let origin: String

    init(
        _ world: TestWorld, isOpen: Bool = true, raters: [String] = ["expert", "expert-two"]
    ) async throws {
        (self.world, self.raters) = (world, raters)
        origin = try await world.perform(
            "open-assessment", ["state": "FRD", "questionnaire": "short-survey"], by: "head-two"
        ).id("assessment")
        id = try await world.perform(
            "prepare-calibration",
            ["assessment": .string(origin), "title": TestCase.text("A first exercise")], by: "head"
        ).id("calibration")
        for requirement in ["LEG1", "CFT3"] {
            units.append(
                try await world.perform(
                    "write-calibration-unit",
                    [
                        "calibration": .string(id), "requirement": .string(requirement),
                        "text": TestCase.text("A law of some years ago"),
                    ], by: "head"
                ).id("calibration-unit"))
        }
        if isOpen { try await open() }
    }

    func open() async throws {
        try await act(
            "open-calibration",
            [
                "raters": .array(raters.map { .string(world.person($0)) }),
                "dueOn": "2024-04-30",
            ], by: "head")
    }

    func act(_ kind: ActKind, _ more: [String: JSONValue] = [:], by key: String) async throws {
        try await world.perform(kind, more.merging(["calibration": .string(id)]) { $1 }, by: key)
    }

    func refusal(
        _ kind: ActKind, _ more: [String: JSONValue] = [:], by key: String
    ) async throws -> String? {
        try await world.refusal(
            of: kind, more.merging(["calibration": .string(id)]) { $1 }, by: key)?.code
    }

    func rate(_ unit: Int, _ value: String, by key: String) async throws {
        try await world.perform("rate-calibration-unit", rating(unit, value), by: key)
    }

    func rating(_ unit: Int, _ value: String) -> [String: JSONValue] {
        [
            "unit": .string(units[unit]), "value": .string(value),
            "basis": TestCase.text("As the text says"), "confidence": "high",
        ]
    }

    func view(_ key: String) async throws -> CalibrationView? {
        let id = id
        return try await world.read(as: key) { try $0.calibration(id) }
    }

    func handIn() async throws {
        let given = [["partly", "fully"], ["largely", "fully"], ["partly", "largely"]]
        for (key, values) in zip(raters, given) {
            for (unit, value) in values.enumerated() { try await rate(unit, value, by: key) }
            try await act("hand-in-calibration", by: key)
        }
    }
}
