import Spreadsheet
import Testing

/// Another program reads what we write, and we read what it writes.
@Suite struct OpenpyxlTests {
    static func form() throws -> [UInt8] {
        var sheet = Sheet("Réponses")
        sheet.columns = [
            Column(width: 10, isHidden: true), Column(width: 40), Column(width: 12, style: .open),
        ]
        sheet.frozenRows = 1
        sheet.isProtected = true
        sheet.isRightToLeft = true
        sheet.append([.text("id", .header), .text("Question", .header), .text("Answer", .header)])
        sheet.append([.text("q1"), .text("=1+1 & <b> \n _x0041_ "), .empty(.open)])
        sheet.append([.number(0.1), .boolean(true), .text("法律")])
        let days = [
            DateTime(2024, 2, 29), DateTime(1900, 1, 1),
            DateTime(2023, 3, 30, hour: 14, minute: 5, second: 7),
        ]
        sheet.append(days.compactMap(\.self).map { .date($0) })
        sheet.validations = [
            ListValidation(CellRange(column: 3, rows: 2...9), choices: ["yes", "no"], advice: "Choose"),
            ListValidation(CellRange(column: 2, rows: 2...9), choices: (0..<60).map { "choice \($0)" }),
        ]
        sheet.merged = [CellRange("B6:C7")].compactMap(\.self)
        return try Workbook([sheet, Sheet("Hidden", visibility: .hidden)]).bytes()
    }

    @Test func `openpyxl reads what we write`() throws {
        let script = """
            import openpyxl
            book = openpyxl.load_workbook(path)
            print([(s.title, s.sheet_state) for s in book.worksheets])
            s = book.worksheets[0]
            for row in s.iter_rows(min_row=1, max_row=4):
                print([repr(c.value) + ':' + c.data_type for c in row])
            print(s.freeze_panes, s.protection.sheet, s.protection.password, s.sheet_view.rightToLeft)
            print(s['A1'].font.b, s['A1'].alignment.wrap_text, s['A2'].font.b, s['C2'].protection.locked)
            print(s['A2'].protection.locked, s['B2'].quotePrefix, s['A4'].number_format, s['C4'].number_format)
            print(s.column_dimensions['A'].hidden, s.column_dimensions['B'].width)
            print([(str(v.sqref), v.formula1, v.prompt) for v in s.data_validations.dataValidation])
            print(s.merged_cells.ranges, book.active.title)
            """
        let expected = #"""
            [('Réponses', 'visible'), ('Hidden', 'hidden'), ('_choices', 'veryHidden')]
            ["'id':s", "'Question':s", "'Answer':s"]
            ["'q1':s", "'=1+1 & <b> \\n _x005F_x0041_ ':s", 'None:n']
            ['0.1:n', 'True:b', "'法律':s"]
            ['datetime.datetime(2024, 2, 29, 0, 0):d', 'datetime.datetime(1900, 1, 1, 0, 0):d', 'datetime.datetime(2023, 3, 30, 14, 5, 7):d']
            A2 True None True
            True True False False
            True True yyyy\-mm\-dd yyyy\-mm\-dd\ hh:mm:ss
            True 40.0
            [('C2:C9', '"yes,no"', 'Choose'), ('B2:B9', "'_choices'!$A$1:$A$60", None)]
            {<MergedCellRange B6:C7>} Réponses

            """#
        #expect(try Python.run(script, file: Self.form()).text == expected)
    }

    @Test func `we read what openpyxl writes`() throws {
        let script = """
            import openpyxl, datetime
            from openpyxl.cell.rich_text import CellRichText, TextBlock
            from openpyxl.cell.text import InlineFont
            book = openpyxl.Workbook()
            s = book.active
            s.title = 'A & B'
            s['A1'] = 'plain'
            s['B1'] = CellRichText('some ', TextBlock(InlineFont(b=True), 'bold'), ' text')
            s['C1'] = '=SUM(D1:D9)'
            s['D1'] = 12.5
            s['E1'] = datetime.date(2024, 2, 29)
            s['F1'] = datetime.datetime(2024, 12, 31, 23, 59, 59)
            s['G1'] = True
            s['H1'] = '#N/A'
            s['I1'] = datetime.timedelta(hours=36)
            s['J1'] = datetime.time(12, 0)
            s['A3'] = 45000; s['A3'].number_format = 'dd/mm/yyyy;@'
            s['B3'] = 45000; s['B3'].number_format = '[Red]0.00" dym"'
            s['C3'] = 45000; s['C3'].number_format = 'yyyy"年"m"月"d"日"'
            s['D3'] = '  spaces\\n'
            s.merge_cells('A5:C6'); s['A5'] = 'merged'
            s['Z100'] = 'far'
            s['Z101'].font = openpyxl.styles.Font(b=True)
            h = book.create_sheet('Hidden'); h.sheet_state = 'hidden'; h['A1'] = 'h'
            v = book.create_sheet('Very'); v.sheet_state = 'veryHidden'
            book.create_chartsheet('Chart')
            book.save(path)
            """
        let book = try Workbook.read(Python.run(script).file)
        #expect(book.sheets.map(\.name) == ["A & B", "Hidden", "Very"])
        #expect(book.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
        let sheet = book.sheets[0]
        let expected: [(String, CellValue)] = [
            ("A1", .text("plain")), ("B1", .text("some bold text")),
            ("C1", .formula("SUM(D1:D9)", cached: .empty)), ("D1", .number(12.5)),
            ("E1", Self.date(2024, 2, 29)), ("F1", Self.date(2024, 12, 31, 23, 59, 59)),
            ("G1", .boolean(true)),
            ("H1", .error("#N/A")), ("I1", .number(1.5)), ("J1", .number(0.5)),
            ("A3", Self.date(2023, 3, 15)),
            ("B3", .number(45_000)), ("C3", Self.date(2023, 3, 15)), ("D3", .text("  spaces\n")),
            ("A5", .text("merged")), ("Z100", .text("far")), ("Z101", .empty),
        ]
        for (address, value) in expected { #expect(sheet.value(address) == value, "\(address)") }
        #expect(sheet.rows.map(\.number) == [1, 3, 5, 100])
        #expect(sheet.merged == [CellRange("A5:C6")])
    }

    @Test func `days are counted from 1904 where the workbook says so`() throws {
        let script = """
            import openpyxl, datetime
            from openpyxl.utils.datetime import CALENDAR_MAC_1904
            book = openpyxl.Workbook()
            book.epoch = CALENDAR_MAC_1904
            book.active['A1'] = datetime.date(2024, 2, 29)
            book.active['A2'] = datetime.datetime(1904, 1, 2, 6, 30)
            book.active['A3'] = 43889
            book.save(path)
            """
        let sheet = try Workbook.read(Python.run(script).file).sheets[0]
        #expect(sheet.value("A1") == Self.date(2024, 2, 29))
        #expect(sheet.value("A2") == Self.date(1904, 1, 2, 6, 30))
        #expect(sheet.value("A3") == .number(43_889))
    }

    @Test(arguments: Seeds.standard)
    func `random workbooks open elsewhere`(seed: UInt64) throws {
        var draws = RandomWorkbook(seed: seed)
        for _ in 0..<2 {
            var workbook = draws.workbook()
            // openpyxl drops what merged ranges cover.
            for index in workbook.sheets.indices { workbook.sheets[index].merged = [] }
            let count = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.entries.count } }
            let script = """
                import openpyxl
                book = openpyxl.load_workbook(path)
                print(sum(1 for s in book.worksheets for c in s._cells.values()
                          if c.value is not None and c.data_type != 'f'))
                """
            #expect(try Python.run(script, file: workbook.bytes()).text == "\(count)\n")
        }
    }

    private static func date(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0
    ) -> CellValue {
        DateTime(year, month, day, hour: hour, minute: minute, second: second).map { .date($0) } ?? .empty
    }
}
