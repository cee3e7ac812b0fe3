import Testing
import Words

@testable import Registry
@testable import Site

@Suite struct RefusalWordsTests {
    @Test(arguments: ["en", "zh-Hans"])
    func `a refusal names a stage in the reader's language, and never by its code`(language: String)
        async throws
    {
        try await SiteWorld.withoutCases { world in
            let refusal = Refusal("assessment.not-at-stage", .notNow, ["stage": "in-follow-up"])
            let words = world.site.library.words(for: language)
            let detail = Problem(refusal, words).detail
            #expect(detail.contains(words("assessment.stage.in-follow-up")))
            #expect(!detail.contains("in-follow-up"))
        }
    }
}
