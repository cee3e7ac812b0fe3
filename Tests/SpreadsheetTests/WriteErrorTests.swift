import Spreadsheet
import Testing

@Suite struct WriteErrorTests {
    static let at = CellPosition(sheet: "Form", cell: CellAddress(row: 1, column: 1))

    static func sheet(_ cell: Cell) -> Sheet {
        var sheet = Sheet("Form")
        sheet.append([cell])
        return sheet
    }

    @Test func `a cell that cannot be written is named`() {
        let longest = String(repeating: "é", count: 32_767)
        #expect(throws: Never.self) { try Workbook([Self.sheet(.text(longest))]).bytes() }
        let cases: [(Cell, WriteError)] = [
            (.text(longest + "é"), .textTooLong(Self.at)), (.number(.nan), .number(Self.at)),
            (.number(.infinity), .number(Self.at)), (Cell(.error("#REF!")), .onlyRead(Self.at)),
            (Cell(.formula("1+1", cached: .number(2))), .onlyRead(Self.at)),
        ]
        for (cell, error) in cases {
            #expect(throws: error) { try Workbook([Self.sheet(cell)]).bytes() }
        }
        if let day = DateTime(1899, 12, 31) {
            #expect(throws: WriteError.date(Self.at)) { try Workbook([Self.sheet(.date(day))]).bytes() }
        }
        var far = Sheet("Form")
        let corner = CellAddress(row: 1, column: CellAddress.lastColumn + 1)
        far[corner] = .text("x")
        #expect(throws: WriteError.outsideSheet(CellPosition(sheet: "Form", cell: corner))) {
            try Workbook([far]).bytes()
        }
    }

    @Test(arguments: [
        "", "a/b", "'a", "a'", "History", "a[b", String(repeating: "n", count: 32), "a\nb", "taken", "TAKEN",
    ])
    func `a name that sheets cannot have is refused`(name: String) {
        #expect(throws: WriteError.sheetName(name)) { try Workbook([Sheet("Taken"), Sheet(name)]).bytes() }
    }

    @Test func `a workbook shows a sheet`() {
        #expect(throws: WriteError.nothingVisible) { try Workbook([Sheet("a", visibility: .hidden)]).bytes() }
        #expect(throws: WriteError.nothingVisible) { try Workbook().bytes() }
    }

    @Test func `a drop-down has choices`() {
        for choices in [[], ["a", ""]] {
            var sheet = Sheet("Form")
            sheet.validations = [ListValidation(CellRange(column: 1, rows: 1...9), choices: choices)]
            #expect(throws: WriteError.choices(Self.at)) { try Workbook([sheet]).bytes() }
        }
    }

    @Test func `merged ranges do not overlap`() {
        var sheet = Sheet("Form")
        sheet.merged = [CellRange("A1:B2"), CellRange("B2:C3")].compactMap(\.self)
        let at = CellPosition(sheet: "Form", cell: CellAddress("B2"))
        #expect(throws: WriteError.merged(at)) { try Workbook([sheet]).bytes() }
    }
}
