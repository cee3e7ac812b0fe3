import Testing

@testable import Mandate

@Suite struct WholeTextTests {
    @Test(arguments: [
        ("S-RES-2617-2021.en", 40, 41, "S/RES/2617(2021)", "2021-12-30", "en"),
        ("S-RES-2617-2021.zh-Hant", 40, 41, "S/RES/2617(2021)", "2021-12-30", "zh-Hant"),
        ("S-RES-2395-2017.en", 33, 33, "S/RES/2395(2017)", "2017-12-21", "en"),
        ("S-RES-2396-2017.en", 36, 51, "S/RES/2396(2017)", "2017-12-21", "en"),
        ("S-RES-1267-1999.en", 10, 16, "S/RES/1267(1999)", "1999-10-15", "en"),
        ("S-RES-1373-2001.en", 10, 9, "S/RES/1373(2001)", "2001-09-28", "en"),
        ("S-RES-1373-2001.fr", 10, 9, "S/RES/1373(2001)", "2001-09-28", "fr"),
        ("S-RES-1535-2004.fr", 15, 8, "S/RES/1535(2004)", "2004-03-26", "fr"),
        ("S-RES-1624-2005.en", 15, 7, "S/RES/1624(2005)", "2005-09-14", "en"),
        ("S-RES-2727-2024.en", 3, 6, "S/RES/2727(2024)", "2024-03-15", "en"),
        ("A-RES-80-146.en", 1, 5, "A/RES/80/146", "2025-12-15", "en"),
        ("unofficial/S-RES-2727-2024.es.unofficial", 3, 6, "S/RES/2727(2024)", "2024-03-15", "es"),
        ("unofficial/S-RES-2727-2024.ru.unofficial", 3, 6, "S/RES/2727(2024)", "2024-03-15", "ru"),
        ("unofficial/S-RES-2727-2024.ar.unofficial", 3, 6, "S/RES/2727(2024)", "2024-03-15", "ar"),
    ])
    func `a text gives its paragraphs, symbol, date and language`(
        name: String, preambular: Int, operative: Int, symbol: String, adopted: String, language: String
    ) throws {
        let reading = try TestTexts.reading(name)
        #expect(reading.preamble.map(\.number) == Array(1...preambular))
        #expect(reading.operative.map(\.number) == (1...operative).map(String.init))
        #expect(reading.symbol?.text == symbol)
        #expect(reading.adopted?.description == adopted)
        #expect(reading.language.rawValue == language)
    }

    @Test(arguments: ["S-RES-1373-2001.en", "S-RES-1373-2001.fr"])
    func `sub-paragraphs are found in both languages, slips of optical reading mended`(name: String) throws {
        let letters = Dictionary(
            uniqueKeysWithValues: try TestTexts.reading(name).operative.map {
                ($0.number, $0.subparagraphs.map(\.number))
            })
        #expect(letters["1"] == ["a", "b", "c", "d"].map { "1(\($0))" })
        #expect(letters["2"] == ["a", "b", "c", "d", "e", "f", "g"].map { "2(\($0))" })
        #expect(letters["3"] == ["a", "b", "c", "d", "e", "f", "g"].map { "3(\($0))" })
        #expect(letters["4"] == [])
    }

    @Test func `a mended letter is flagged with its line`() throws {
        let repaired = try TestTexts.reading("S-RES-1373-2001.fr").warnings.filter {
            $0.code == .letterRepaired
        }
        #expect(repaired.map(\.line) == [33, 47, 63])
        #expect(repaired.first?.message.contains("1(d)") == true)
    }

    @Test func `headings between paragraphs are kept apart`() throws {
        let reading = try TestTexts.reading("S-RES-2396-2017.en")
        #expect(reading.headings.map(\.before) == ["2", "17", "29", "42"])
        #expect(reading.headings.first?.text == "Border Security and Information Sharing")
        #expect(reading["1"]?.text.contains("Border Security and Information Sharing") == false)
    }

    @Test func `a web page's head and foot are set aside with a warning`() throws {
        let reading = try TestTexts.reading("S-RES-2617-2021.zh-Hant")
        #expect(reading.warnings.contains { $0.code == .head })
        #expect(reading.warnings.contains { $0.code == .foot && $0.line == 175 })
        #expect(reading["41"]?.text == "決定繼續積極處理此案。")
    }

    @Test func `a verb missing in the source is flagged, never invented`() throws {
        let reading = try TestTexts.reading("S-RES-2617-2021.zh-Hant")
        #expect(reading.warnings.filter { $0.code == .verbMissing }.map(\.line) == [113, 123, 127])
        #expect(reading["11"]?.verbs == [])
    }
}
