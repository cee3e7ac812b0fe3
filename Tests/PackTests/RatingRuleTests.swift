import Pack
import Testing

@Suite struct RatingRuleTests {
    @Test func `the mandate's pack says when to clarify and what is read twice, as an assumption`() throws {
        let pack = try RealPack.pack.get()
        let rules = try #require(pack.ratingRules)
        #expect(rules.clarify.answerAndRating == 2)
        #expect(rules.secondReading.share == 20)
        #expect(!rules.secondReading.excludesNationals)
        #expect(pack.assumptions.map(\.code).contains(rules.assumption ?? ""))
    }

    @Test func `a pack adopted before there were such rules still loads`() throws {
        #expect(try SmallPack.load(SmallPack.files).ratingRules == nil)
    }

    @Test(arguments: [
        ("share: 20", "share: 101"), ("last-cycle: 2", "last-cycle: 0"), ("high: 2", "high: two"),
        ("assumption: A1", "assumption: A9"), ("clarify:", "clear:"),
    ])
    func `a limit out of range, a missing one and an unknown assumption are faults`(old: String, new: String)
    {
        var files = SmallPack.files
        files["ratings.yaml"] = """
            assumption: A1
            clarify: { answer-and-rating: 2, state-and-expert: 2, last-cycle: 2, high: 2 }
            second-reading: { share: 20, shortfalls: 1 }
            """
        #expect(SmallPack.faults(files).map(\.file) == ["scales.yaml"], "a point without an anchor")
        files["scales.yaml"] = files["scales.yaml"]?.replacing(
            "code: high, name:", with: "code: high, anchor: { en: Sure, zh-Hans: 确定 }, name:")
        #expect(SmallPack.faults(files).isEmpty)
        files["ratings.yaml"] = files["ratings.yaml"]?.replacing(old, with: new)
        #expect(SmallPack.faults(files).contains { $0.file == "ratings.yaml" })
    }
}
