import Testing

@testable import Words

@Suite struct LanguageNegotiationTests {
    private static let available = ["en", "ar", "fr", "zh-Hans", "zh-Hant"]

    @Test(arguments: [
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"),
        ("ZH-hans-cn", "zh-Hans"), ("en-GB", "en"), ("fr-CA, en;q=0.5", "fr"),
        ("en;q=0.5, fr;q=0.9", "fr"), ("de, ar;q=0.1", "ar"), ("en;q=0, zh", "zh-Hans"),
        ("fr;q=abc, en;q=0.2", "en"), ("de, *;q=0.1", "en"), ("en, fr", "en"),
    ])
    func `the heaviest range that there are words for is taken`(header: String, tag: String) {
        #expect(LanguageNegotiation.best(for: header, among: Self.available) == tag)
    }

    @Test(arguments: ["", "de", ";;;", ",,,", "en;q=0", "q=1"])
    func `what asks for nothing at hand gets nothing`(header: String) {
        #expect(LanguageNegotiation.best(for: header, among: Self.available) == nil)
    }

    @Test func `Chinese of another script is better than another language`() {
        #expect(LanguageNegotiation.best(for: "zh-TW, en", among: ["en", "zh-Hans"]) == "zh-Hans")
    }
}
