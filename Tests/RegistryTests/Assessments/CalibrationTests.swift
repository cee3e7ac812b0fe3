import Disclosure
import Record
import Storage
import Surveys
import Testing

@testable import Registry

/// Several rate the same anonymous texts, and nobody sees another's value before it is closed.
@Suite struct CalibrationTests {
    private typealias Exercise = CalibrationExercise

    @Test(arguments: Engine.allCases)
    func `what is being prepared, and of which case, heads alone see`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let exercise = try await Exercise(world, isOpen: false)
            #expect(try await exercise.view("head-two")?.units.count == 2)
            for key in TestWorld.everyone + ["public"] where !key.hasPrefix("head") {
                #expect(try await exercise.view(key) == nil, "\(key)")
                guard key != "public" else { continue }
                #expect(try await exercise.refusal("hand-in-calibration", by: key) != nil)
            }
            try await exercise.open()
            #expect(try await exercise.view("head-two")?.origin == exercise.origin)
            let seen = try #require(try await exercise.view("expert"))
            #expect(seen.units.count == 2 && seen.origin == nil)
            for key in ["committee-member", "focal-point", "partner", "auditor", "public"] {
                #expect(try await exercise.view(key) == nil, "\(key)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `no rater sees another's value before or after it is closed, and heads only after`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let exercise = try await Exercise(world)
            try await exercise.handIn()
            #expect(try await exercise.view("head")?.ratings.isEmpty == true)
            #expect(try await exercise.view("head")?.units.allSatisfy(\.counts.isEmpty) == true)
            #expect(try await exercise.view("expert")?.ratings.count == 2)
            let me = world.person("expert")
            #expect(try await exercise.view("expert")?.ratings.allSatisfy { $0.author == me } == true)
            let entries = try await world.read(as: "expert-two") { try $0.history(limit: 200) }
            #expect(!entries.contains { $0.kind == RateCalibrationUnit.kind && $0.person?.rawValue == me })
            try await exercise.act("close-calibration", by: "head")
            #expect(try await exercise.view("head-two")?.ratings.count == 4)
            let result = try #require(try await exercise.view("expert"))
            #expect(result.ratings.allSatisfy { $0.author == me } && result.ratings.count == 2)
            #expect(
                result.units.map(\.counts) == [["fully": 2], ["partly": 1, "largely": 1]], "by requirement")
            #expect(try await Replay(world.registry).run().differences.map(\.table) == [])
        }
    }

    @Test func `raters and heads read the same agreement, and of two raters nobody reads which changes it`()
        async throws
    {
        try await TestWorld.with(.sqlite) { world in
            let exercise = try await Exercise(world)
            try await exercise.handIn()
            try await exercise.act("close-calibration", by: "head")
            let id = exercise.id
            func report(_ key: String) async throws -> AgreementReport? {
                try await world.read(as: key) { reader in
                    try reader.calibration(id).flatMap { try reader.agreement(in: $0) }
                }
            }
            let (head, rater) = (try await report("head"), try await report("expert"))
            #expect(head?.all.estimate == rater?.all.estimate && head != nil)
            #expect(head?.all.estimate.agreement.pairableUnits == 2)
            #expect(head?.themes.isEmpty == true, "one text tells nothing of a theme")
            #expect(head?.raters.isEmpty == true && rater?.raters.isEmpty == true)
        }
    }

    @Test func `of three raters heads alone read which one changes the agreement`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let more = try await world.adding("expert-three", .expert)
            let exercise = try await Exercise(more, raters: ["expert", "expert-two", "expert-three"])
            try await exercise.handIn()
            try await exercise.act("close-calibration", by: "head")
            func raters(_ key: String) async throws -> Int? {
                try await more.read(as: key) { reader in
                    try reader.calibration(exercise.id).flatMap { try reader.agreement(in: $0) }?.raters.count
                }
            }
            #expect(try await raters("head") == 3)
            #expect(try await raters("expert") == 0)
        }
    }

    @Test func `a text that names the State, and a rater who knows the case, are refused`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let exercise = try await Exercise(world, isOpen: false)
            for words in ["The law of Freedonia", "As FRD says", "Person head-two wrote"] {
                #expect(
                    try await exercise.refusal(
                        "write-calibration-unit", ["requirement": "LEG1", "text": TestCase.text(words)],
                        by: "head") == "calibration.names-state", "\(words)")
            }
            let title = try await world.refusal(
                of: "prepare-calibration",
                ["assessment": .string(exercise.origin), "title": TestCase.text("Freedonia")], by: "head")
            #expect(title?.code == "calibration.names-state")
            func opening(_ people: [String]) async throws -> String? {
                try await exercise.refusal(
                    "open-calibration",
                    [
                        "raters": .array(people.map { .string(world.person($0)) }), "dueOn": "2024-04-30",
                    ], by: "head")
            }
            #expect(try await opening(["expert"]) == "calibration.too-few-raters")
            #expect(try await opening(["expert", "head"]) == "calibration.rater-not-expert")
            try await world.perform(
                "rate-requirement",
                [
                    "assessment": .string(exercise.origin), "requirement": "LEG1", "value": "partly",
                    "basis": TestCase.text("The sources"), "confidence": "low",
                ], by: "expert-two")
            #expect(try await opening(["expert", "expert-two"]) == "calibration.rater-knows-case")
        }
    }

    @Test func `what a rater hands in stands, and who was replaced does not count`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let exercise = try await Exercise(world)
            try await exercise.rate(0, "partly", by: "expert")
            #expect(try await exercise.refusal("hand-in-calibration", by: "expert") == "calibration.unrated")
            #expect(
                try await exercise.refusal("close-calibration", by: "head")
                    == "calibration.too-few-handed-in")
            try await exercise.rate(1, "partly", by: "expert")
            try await exercise.act("hand-in-calibration", by: "expert")
            let again = try await world.refusal(
                of: "rate-calibration-unit", exercise.rating(0, "fully"), by: "expert")
            #expect(again?.code == "calibration.not-rater")
            try await exercise.rate(0, "fully", by: "expert-two")
            let third = try await world.add("third", .expert, by: "head")
            try await exercise.act(
                "replace-calibration-rater",
                [
                    "person": .string(world.person("expert-two")),
                    "successor": .string(third.person?.rawValue ?? ""),
                ], by: "head")
            let gone = try await world.refusal(
                of: "rate-calibration-unit", exercise.rating(0, "fully"), by: "expert-two")
            #expect(gone?.code == "calibration.not-rater")
            #expect(
                try await exercise.refusal("close-calibration", by: "head")
                    == "calibration.too-few-handed-in")
            try await exercise.act(
                "withdraw-calibration", ["reason": TestCase.text("Too few")], by: "head-two")
            #expect(try await exercise.view("expert")?.stage == .withdrawn)
            #expect(try await exercise.view("head")?.ratings.isEmpty == true)
        }
    }

    @Test func `what was agreed is a worked example for the requirement`() async throws {
        try await TestWorld.with(.sqlite) { world in
            let exercise = try await Exercise(world)
            let conclusion: [String: JSONValue] = [
                "unit": .string(exercise.units[0]), "value": "largely",
                "conclusion": TestCase.text("A law without practice is largely"),
            ]
            let early = try await world.refusal(of: "conclude-calibration-unit", conclusion, by: "head")
            #expect(early?.code == "calibration.not-at-stage")
            try await exercise.handIn()
            try await exercise.act("close-calibration", by: "head")
            try await world.perform("conclude-calibration-unit", conclusion, by: "head")
            let examples = try await world.read(as: "expert") { try $0.workedExamples(of: "LEG1") }
            #expect(examples.map(\.agreed) == ["largely"])
            #expect(try await world.read(as: "focal-point") { try $0.workedExamples(of: "LEG1") }.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the relation of parts agrees with the rule for every viewer and entry`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await CaseWalk.all(world)
            let rows = try await world.rows("SELECT * FROM item WHERE type LIKE 'calibration%'")
            let last = try await world.registry.extent().entries
            let viewers =
                TestWorld.everyone.map(world.viewer) + [.public]
                + Audience.allCases.map { Viewer(previewing: .audience($0)) }
            for viewer in viewers {
                for entry in max(0, last - 40)...last {
                    let expected = try Self.expected(rows, viewer, entry)
                    #expect(try await Self.seen(world, viewer, entry) == expected, "\(viewer) at \(entry)")
                }
            }
        }
    }

    private static func expected(_ rows: [Row], _ viewer: Viewer, _ entry: Int) throws -> [String] {
        let closed = try rows.filter { row in
            let isClosed = try row.optional("value", as: String.self) == "closed"
            guard let from = try row.optional("directorate_from", as: Int.self) else { return false }
            return try isClosed && (from..<row.get("directorate_until")).contains(entry)
        }.map { try $0.get("id", as: String.self) }
        return try rows.filter { row in
            var version = Visibility.ItemVersion(
                type: try row.get("type"), room: nil, state: "", assessment: try row.get("assessment_id"))
            version.author = try row.get("author")
            let from: Int = try row.get("entered_by")
            let end =
                try row.optional("directorate_from", as: Int.self)
                ?? row.get("directorate_until", as: Int.self)
            return Visibility.isPartVisible(
                version, stands: from..<end, to: viewer, closed: Set(closed), asOf: entry)
        }.map { "\(try $0.get("id", as: String.self)) \(try $0.get("entered_by", as: Int.self))" }.sorted()
    }

    private static func seen(
        _ world: TestWorld, _ viewer: Viewer, _ entry: Int
    ) async throws -> [String] {
        let registry = world.registry
        return try await world.database.read { connection in
            let moment = Reader.AsOf(entry: entry, day: TestWorld.today, isPast: true)
            let reader = Reader(
                connection: connection, viewer: viewer, asOf: moment, composer: registry.composer, pack: nil)
            try reader.showOwnRows()
            return try reader.select("SELECT id, entered_by FROM visible_calibration_part")
                .map { "\(try $0.get("id", as: String.self)) \(try $0.get("entered_by", as: Int.self))" }
                .sorted()
        }
    }
}
