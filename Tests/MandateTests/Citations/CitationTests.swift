import Testing

@testable import Mandate

@Suite struct CitationTests {
    private static func symbols(_ text: String, _ language: TextLanguage = .english) -> [String] {
        let passage = Passage(text, language)
        var scanner = CitationScanner(passage)
        return scanner.scan().map(\.symbol.text)
    }

    @Test(arguments: [
        (
            "resolutions 1373 (2001), 1624(2005) and 2178 (2014)",
            ["S/RES/1373(2001)", "S/RES/1624(2005)", "S/RES/2178(2014)"]
        ),
        (
            "General Assembly resolutions 46/182 of 19 December 1991 and 60/288",
            ["A/RES/46/182", "A/RES/60/288"]
        ),
        ("resolution 2625 (XXV), annex", ["A/RES/2625(XXV)"]),
        (
            "(S/2017/375), S/PRST/2006/41, S/RES/1808 (2008) and A/75/L.3/Rev.1.",
            ["S/2017/375", "S/PRST/2006/41", "S/RES/1808(2008)", "A/75/L.3/Rev.1"]
        ),
        ("resolution 1189 of 13 August 1998", ["S/RES/1189(1998)"]),
        ("Human Rights Council resolution 35/34", ["A/HRC/RES/35/34"]),
        ("the 1540 Committee, 1267/1989/2253 and CTED/UNOCT on 30 June 2004, 3 (a) and 12 (i)", []),
        ("résolutions 425 (1978) et 426 (1978) du 19 mars 1978", ["S/RES/425(1978)", "S/RES/426(1978)"]),
        ("резолюции 60/288 и 62/272 Генеральной Ассамблеи", ["A/RES/60/288", "A/RES/62/272"]),
        (
            "回顾1999年10月15日第1267(1999)号、2000年12月19日第1333(2000)号和第1373号决议第6段",
            ["S/RES/1267(1999)", "S/RES/1333(2000)", "S/RES/1373"]
        ),
        ("القرار ١٢٦٩ (١٩٩٩)", ["S/RES/1269(1999)"]),
        ("第1267(1999)、1325(2000)和第７１／２９１號決議", ["S/RES/1267(1999)", "S/RES/1325(2000)", "A/RES/71/291"]),
    ])
    func `printed forms give symbols`(text: String, expected: [String]) {
        let isChinese = text.contains("第")
        #expect(Self.symbols(text, isChinese ? .traditionalChinese : .english) == expected)
    }

    @Test func `a citation without its year takes it from the same text`() throws {
        for name in ["S-RES-2617-2021.en", "S-RES-2617-2021.zh-Hant"] {
            #expect(try TestTexts.reading(name)["1"]?.citations.map(\.symbol.text) == ["S/RES/1373(2001)"])
        }
    }

    @Test func `a year that no text gives is asked for, not guessed`() throws {
        let reading = try TestTexts.reading("S-RES-2396-2017.en")
        #expect(reading.warnings.contains { $0.code == .yearMissing && $0.message.contains("2388") })
    }

    @Test(arguments: ["S-RES-2617-2021.en", "S-RES-2617-2021.zh-Hant"])
    func `a list of forty citations comes out whole`(name: String) throws {
        let first = try #require(try TestTexts.reading(name).preamble.first)
        #expect(first.citations.count == 39)
        #expect(first.citations.last?.symbol.text == "S/RES/2482(2019)")
    }

    @Test(arguments: ["S-RES-2617-2021.en", "S-RES-2617-2021.zh-Hant"])
    func `an odd year stays as printed`(name: String) throws {
        let cited = try TestTexts.reading(name)["35"]?.citations.map(\.symbol.text)
        #expect(cited?.contains("S/RES/2255(2015)") == true)
    }
}
