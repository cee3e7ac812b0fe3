import Pack
import Testing

@Suite struct StageLimitTests {
    let pack: Pack

    init() throws { pack = try RealPack.pack.get() }

    @Test(arguments: [
        ("assessment-preparing", 90, Pack.StageLimit.Unit.days, Pack.StageLimit.Effect.warning, "A22"),
        ("assessment-second-read", 21, .days, .warning, "A22"),
        ("assessment-revised", 30, .days, .warning, "A22"),
        ("assessment-approved", 14, .days, .warning, "A22"),
        ("silence", 10, .workingDays, .opens, "A10"),
        ("silence-extension", 5, .workingDays, .opens, "A10"),
    ])
    func `a stage's limit that no source told rests on a numbered assumption`(
        code: String, amount: Int, unit: Pack.StageLimit.Unit, effect: Pack.StageLimit.Effect,
        assumption: String
    ) throws {
        let limit = try #require(pack.stageLimit(code))
        #expect(limit.amount == amount && limit.unit == unit && limit.effect == effect)
        #expect(limit.assumption == assumption)
    }

    @Test(arguments: [
        ("assessment.read-second", ["14"]), ("assessment.approve", ["14", "4"]), ("assessment.submit", ["4"]),
        ("assessment.state", ["4", "10"]), ("committee.circulate", ["1"]), ("committee.decide", ["1", "23"]),
        ("finding.record", ["4", "14"]), ("recommendation.propose", ["4", "5"]), ("measure.report", ["16"]),
        ("case-team.open", ["5"]), ("consultation.hold", ["14"]), ("release.open", ["19"]),
        ("withholding.ask", ["19"]), ("assessment.conduct", ["4"]), ("assessment.follow-up", ["16"]),
    ])
    func `what an assessment takes is allowed from the mandate's first day to its last`(
        key: String, numbers: [String]
    ) {
        let paragraphs = numbers.map { "S/RES/2617(2021)/OP/\($0)" }
        #expect(pack.authority(key, on: "2021-12-29").isEmpty)
        #expect(pack.authority(key, on: "2021-12-30") == paragraphs)
        #expect(pack.authority(key, on: "2029-01-05") == paragraphs)
        #expect(pack.authority(key, on: "2029-01-06").isEmpty)
    }

    @Test func `the body uses assessments and disclosure`() {
        #expect(pack.uses("assessments") && pack.uses("disclosure"))
    }
}
