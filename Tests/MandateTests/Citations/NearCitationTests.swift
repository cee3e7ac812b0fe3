import Testing

@testable import Mandate

@Suite struct NearCitationTests {
    @Test(arguments: ["S-RES-2617-2021.zh-Hant", "S-RES-2617-2021.en"])
    func `a citation one digit off another of the preamble is kept and flagged, once`(file: String) throws {
        let reading = try TestTexts.reading(file)
        let flagged = reading.warnings.filter { $0.code == .citationOdd }
        let paragraph = try #require(reading.operative.first { $0.number == "35" })
        #expect(paragraph.citations.contains { $0.symbol.text == "S/RES/2255(2015)" })
        #expect(flagged.map(\.line) == [paragraph.line])
    }

    @Test func `two neighbours that the preamble both cites are no slip`() {
        let symbols = ["S/RES/2242(2015)", "S/RES/2249(2015)"].compactMap { Symbol(parsing: $0) }
        let found = NearCitation.find(preamble: symbols, operative: [symbols])
        #expect(found.count == 1 && found[0].isEmpty)
    }
}
