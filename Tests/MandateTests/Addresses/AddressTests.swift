import Testing

@testable import Mandate

@Suite struct AddressTests {
    @Test(arguments: [
        ("S/RES/1373(2001)", "S-RES-1373-2001"), ("A/RES/60/288", "A-RES-60-288"),
        ("S/2017/375", "S-2017-375"),
        ("A/RES/2625(XXV)", "A-RES-2625-XXV"), ("S/PRST/2006/41", "S-PRST-2006-41"),
        ("A/RES/ES-10/2", "A-RES-ES--10-2"),
    ])
    func `a symbol and its web form lead to each other`(text: String, urlID: String) throws {
        let symbol = try #require(Symbol(parsing: text))
        #expect(symbol.urlID == urlID)
        #expect(Symbol(urlID: urlID) == symbol)
    }

    @Test func `blanks in a printed symbol are taken out`() {
        #expect(Symbol(parsing: "S/RES/2617 (2021)")?.text == "S/RES/2617(2021)")
        #expect(Symbol(parsing: "nothing") == nil)
        #expect(Symbol(parsing: "S//1") == nil)
    }

    @Test func `symbols sort by number`() throws {
        let symbols = try ["S/RES/1373(2001)", "S/RES/748(1992)"].map { try #require(Symbol(parsing: $0)) }
        #expect(symbols.sorted().first?.text == "S/RES/748(1992)")
    }

    @Test(arguments: [
        ("2(a)", "S/RES/2617(2021)/OP/2/a", "S-RES-2617-2021-OP-2-a"),
        ("8(a)(iv)", "S/RES/2617(2021)/OP/8/a/iv", "S-RES-2617-2021-OP-8-a-iv"),
        ("12", "S/RES/2617(2021)/OP/12", "S-RES-2617-2021-OP-12"),
    ])
    func `an operative address is written and read in three forms`(
        number: String, text: String, urlID: String
    ) throws {
        let symbol = try #require(Symbol(parsing: "S/RES/2617(2021)"))
        let address = try #require(ParagraphAddress(symbol, operative: number))
        #expect(address.description == text)
        #expect(address.urlID == urlID)
        #expect(address.number == number)
        #expect(ParagraphAddress(text) == address)
        #expect(ParagraphAddress(urlID: urlID) == address)
    }

    @Test func `a preambular address has its own mark`() throws {
        let address = try #require(ParagraphAddress("S/RES/2617(2021)/PP/3"))
        #expect(address.urlID == "S-RES-2617-2021-PP-3")
        #expect(ParagraphAddress(urlID: "S-RES-2617-2021-PP-3") == address)
        #expect(ParagraphAddress("S/RES/2617(2021)/PP/a") == nil)
    }

    @Test func `every paragraph of every text has an address that leads back`() throws {
        for name in TestTexts.all {
            let reading = try TestTexts.reading(name)
            let symbol = try #require(reading.symbol)
            for paragraph in reading.allOperative {
                let address = try #require(ParagraphAddress(symbol, operative: paragraph.number))
                #expect(ParagraphAddress(urlID: address.urlID) == address)
            }
        }
    }
}
