import Testing

@testable import Mandate

@Suite struct DeadlineRegisterTests {
    /// The register of S/RES/2617(2021), made by hand; all other paragraphs set no limit.
    static let register: [(String, [String])] = [
        ("2", ["2025-12-31", "2023-12-31"]), ("7", ["2022-12"]), ("11", ["P6M"]), ("12", ["R/P1Y"]),
        ("14", ["2023-03-30"]), ("16", ["P12M"]), ("18", ["R/P1Y"]), ("24", ["2022-03-30"]),
        ("25", ["R/P6M"]),
    ]

    @Test(arguments: ["S-RES-2617-2021.en", "S-RES-2617-2021.zh-Hant"])
    func `the deadline register of 2617 comes out whole, and nothing besides`(name: String) throws {
        let expected = Dictionary(uniqueKeysWithValues: Self.register)
        for paragraph in try TestTexts.reading(name).operative {
            #expect(paragraph.limits == expected[paragraph.number, default: []], "OP \(paragraph.number)")
        }
    }

    @Test(arguments: [
        ("S-RES-1373-2001.en", ["6": ["P90D"], "7": ["P30D"]]),
        ("S-RES-1373-2001.fr", ["6": ["P90D"], "7": ["P30D"]]),
        ("S-RES-1535-2004.fr", ["2": ["2007-12-31", "2005-12-31"], "3": ["P45D"], "4": ["P30D"]]),
        ("S-RES-2727-2024.en", ["3": ["2025-03-17"], "5": ["R/P3M"]]),
        ("S-RES-1624-2005.en", ["6(c)": ["P12M"]]),
        ("A-RES-80-146.en", ["3": ["2025-12-31", "2026-03-31"], "5": ["R/P3Y"]]),
        ("unofficial/S-RES-2727-2024.es.unofficial", ["3": ["2025-03-17"], "5": ["R/P3M"]]),
        ("unofficial/S-RES-2727-2024.ru.unofficial", ["3": ["2025-03-17"], "5": ["R/P3M"]]),
        ("unofficial/S-RES-2727-2024.ar.unofficial", ["3": ["2025-03-17"], "5": ["R/P3M"]]),
    ])
    func `limits are read in every language`(name: String, expected: [String: [String]]) throws {
        for paragraph in try TestTexts.reading(name).allOperative {
            #expect(paragraph.limits == expected[paragraph.number, default: []], "OP \(paragraph.number)")
        }
    }

    @Test func `a relative limit keeps the event's words`() throws {
        let english = try #require(try TestTexts.reading("S-RES-2617-2021.en")["16"]?.timeLimits.first)
        #expect(english.normalised == "P12M from=the initial assessment report")
        let french = try #require(try TestTexts.reading("S-RES-1535-2004.fr")["4"]?.timeLimits.first)
        #expect(french.normalised == "P30D from=sa nomination")
    }
}
