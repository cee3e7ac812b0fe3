import Testing

@testable import Words

@Suite struct PluralRuleTests {
    private static let numbers = [
        0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 121, 1000, 1001,
        1_000_000, 2_000_000,
    ]

    /// Forms of the numbers above: z(ero), 1, 2, f(ew), m(any), o(ther). From CLDR by way of babel 2.18.0.
    @Test(arguments: [
        ("en", "o1ooooooooooooooooooooooo"), ("zh-Hans", "ooooooooooooooooooooooooo"),
        ("fr", "11ooooooooooooooooooooomm"), ("es", "o1ooooooooooooooooooooomm"),
        ("ru", "m1fffmmmmm1fmmm1ffmm1m1mm"), ("ar", "z12ffffmmmmmmmooofmmmoooo"),
    ])
    func `a number takes the form that CLDR gives it`(tag: String, forms: String) {
        let rule = PluralRule.of(Language(tag: tag, name: tag))
        let letters: [PluralCategory: Character] = [
            .zero: "z", .one: "1", .two: "2", .few: "f", .many: "m", .other: "o",
        ]
        let given = String(Self.numbers.map { letters[rule.category($0)] ?? "?" })
        #expect(given == forms)
    }

    @Test(arguments: ["en", "fr", "es", "ru", "ar", "zh-Hans", "xx"])
    func `no number is too large or too small for a form`(tag: String) {
        let rule = PluralRule.of(Language(tag: tag, name: tag))
        for number in [Int.min, -1, 0, Int.max] { _ = rule.category(number) }
    }
}
