import Spreadsheet
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: Seeds.standard)
    func `what is written is read as it was`(seed: UInt64) throws {
        var draws = RandomWorkbook(seed: seed)
        for _ in 0..<40 {
            let workbook = draws.workbook()
            let read = try Workbook.read(workbook.bytes())
            #expect(Content(read) == Content(workbook))
        }
    }

    @Test(arguments: Seeds.standard)
    func `the same workbook gives the same bytes`(seed: UInt64) throws {
        var (one, other) = (RandomWorkbook(seed: seed), RandomWorkbook(seed: seed))
        for _ in 0..<5 {
            let (first, second) = (try one.workbook().bytes(), try other.workbook().bytes())
            #expect(first == second)
        }
    }

    @Test(arguments: [
        "_x0041_", "_x005F_x0041_", "__x0041_", "_x0041", "\u{0}", "a\r\nb", " both ends ", "=SUM(A1)",
        "\u{FFFF}",
        "e\u{301}",
    ])
    func `text is kept to the letter`(text: String) throws {
        var sheet = Sheet("Sheet")
        sheet.append([.text(text)])
        let value = try Workbook.read(Workbook([sheet]).bytes()).sheets[0].value("A1")
        guard case .text(let read) = value else {
            Issue.record("not text: \(value)")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func `choices that a rule cannot hold go to a sheet that is not shown`() throws {
        var sheet = Sheet("Form")
        let long = (0..<100).map { "choice number \($0)" }
        sheet.validations = [
            ListValidation(CellRange(column: 1, rows: 2...50), choices: ["yes", "no"]),
            ListValidation(CellRange(column: 2, rows: 2...50), choices: ["a, b", "c"]),
            ListValidation(CellRange(column: 3, rows: 2...50), choices: long),
            ListValidation(CellRange(column: 4, rows: 2...50), choices: long),
        ]
        let read = try Workbook.read(Workbook([sheet]).bytes())
        #expect(read.sheets.map(\.name) == ["Form", "_choices"])
        #expect(read.sheets[1].visibility == .veryHidden)
        #expect(read.sheets[1].value("A1") == .text("a, b"))
        #expect(read.sheets[1].value("B100") == .text("choice number 99"))
        #expect(read.sheets[1].value("C1") == .empty)
        sheet.validations.removeLast(3)
        #expect(try Workbook.read(Workbook([sheet]).bytes()).sheets.count == 1)
    }

    @Test func `cells may be put in any order`() {
        var sheet = Sheet("Sheet")
        for address in ["B7", "A1", "C7", "A7", "B3"] {
            if let place = CellAddress(address) { sheet[place] = .text(address) }
        }
        #expect(sheet.rows.map(\.number) == [1, 3, 7])
        #expect(sheet.rows[2].entries.map(\.column) == [1, 2, 3])
        if let place = CellAddress("B3") { sheet[place] = nil }
        #expect(sheet.rows.map(\.number) == [1, 7])
        #expect(sheet.value("B7") == .text("B7") && sheet.value("B8") == .empty)
    }

    @Test(arguments: [("A1", 1, 1), ("z9", 9, 26), ("AA10", 10, 27), ("$XFD$1048576", 1_048_576, 16_384)])
    func `an address names row and column`(text: String, row: Int, column: Int) {
        #expect(CellAddress(text) == CellAddress(row: row, column: column))
    }

    @Test(arguments: ["", "A", "7", "A0", "XFE1", "A1048577", "1A", "A1B", "A-1", "A99999999999999999999999"])
    func `what is no address is none`(text: String) {
        #expect(CellAddress(text) == nil)
    }
}
