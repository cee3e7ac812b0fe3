import Spreadsheet
import Testing

/// What other programs write, made by hand.
@Suite struct ReadingTests {
    static func read(_ package: StoredPackage) throws -> Sheet {
        try Workbook.read(package.bytes()).sheets[0]
    }

    @Test func `each kind of cell is read as what it is`() throws {
        var package = StoredPackage(
            cells: """
                <c r='A1'><v>1.50</v></c><c r='B1' t='b'><v>1</v></c><c t='b'><v>false</v></c>
                <c r='E1' t='e'><v>#DIV/0!</v></c><c r='F1' t='str'><f>"a"&amp;"b"</f><v>_x0041_b</v></c>
                <c r='G1'><f t='shared' si='0'/><v> 7 </v></c><c r='H1' t='s'><v>0</v></c>
                <c r='I1' t='s'><v>1</v></c><c r='J1' t='d'><v>2024-02-29T10:30:00.000Z</v></c>
                <c r='K1' t='d'><v>2024-02-29</v></c><c r='L1' s='1'/><c r='M1' t='inlineStr'><is><r><t>a</t></r>
                <r><rPr><b/></rPr><t xml:space='preserve'> b</t></r></is></c><c r='N1'><v>-1E-3</v></c>
                <c r='O1' s='1'><v>60</v></c><c r='P1' s='1'><v>61</v></c><c r='Q1' s='1'><v>1.9999999</v></c>
                <c r='R1' s='1'><f>TODAY()</f><v>45351</v></c><c r='S1'><f>1+1</f></c><c r='T1' s='9'><v>3</v></c>
                """)
        package["xl/texts.xml"] = """
            <sst xmlns='\(StoredPackage.main)'><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>
            <si><r><t>a</t></r><r><t xml:space='preserve'> _x000D_b</t></r></si></sst>
            """
        package["xl/styles.xml"] = """
            <styleSheet xmlns='\(StoredPackage.main)'><cellStyleXfs><xf numFmtId='0'/></cellStyleXfs>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>
            """
        let sheet = try Self.read(package)
        func date(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0, minute: Int = 0) -> CellValue {
            DateTime(year, month, day, hour: hour, minute: minute).map { .date($0) } ?? .empty
        }
        let expected: [(String, CellValue)] = [
            ("A1", .number(1.5)), ("B1", .boolean(true)), ("C1", .boolean(false)), ("D1", .empty),
            ("E1", .error("#DIV/0!")), ("F1", .formula("\"a\"&\"b\"", cached: .text("Ab"))),
            ("G1", .formula("", cached: .number(7))), ("H1", .text("東京")), ("I1", .text("a \rb")),
            ("J1", date(2024, 2, 29, hour: 10, minute: 30)), ("K1", date(2024, 2, 29)), ("L1", .empty),
            ("M1", .text("a b")), ("N1", .number(-0.001)), ("O1", .number(60)), ("P1", date(1900, 3, 1)),
            ("Q1", date(1900, 1, 2)), ("R1", .formula("TODAY()", cached: date(2024, 2, 29))),
            ("S1", .formula("1+1", cached: .empty)), ("T1", .number(3)),
        ]
        for (address, value) in expected { #expect(sheet.value(address) == value, "\(address)") }
    }

    @Test(arguments: [
        ("yyyy-mm-dd", true), ("d/m", true), ("mmm", true), ("mm:ss", false), ("h:mm AM/PM", false),
        ("[h]:mm", false), ("General", false), ("0.00\" dym\"", false), ("[Red]0", false),
        ("0;[Red]-0", false),
        ("\\d0", false), ("[$-409]d-mmm-yy;@", true), ("yyyy\"年\"m\"月\"", true), ("0.00E+00", false),
        ("_-* #,##0_d", false), ("dd/mm/yyyy hh:mm", true), ("", false), ("\"", false), ("[", false),
    ])
    func `a format code says whether a number is a date`(code: String, isDate: Bool) throws {
        var package = StoredPackage(cells: "<c r='A1' s='0'><v>45351</v></c>")
        let escaped = code.replacing("\"", with: "&quot;")
        package["xl/styles.xml"] = """
            <styleSheet xmlns='\(StoredPackage.main)'><numFmts><numFmt numFmtId='170' formatCode="\(escaped)"/>
            </numFmts><cellXfs><xf numFmtId='170'/></cellXfs></styleSheet>
            """
        let value = try Self.read(package).value("A1")
        if case .date = value { #expect(isDate) } else { #expect(!isDate) }
    }

    @Test func `elements of other vocabularies are passed over`() throws {
        let package = StoredPackage(
            sheet: """
                <sheetData><row r='3'><x:c xmlns:x='urn:x' r='A3'><v>1</v></x:c><c r='B3'><x:v xmlns:x='urn:x'>2</x:v>
                <v>3</v></c></row></sheetData><extLst><ext><c r='C3'><v>4</v></c></ext></extLst>
                """)
        let sheet = try Self.read(package)
        #expect(sheet.rows.map(\.number) == [3] && sheet.rows[0].entries.map(\.column) == [2])
        #expect(sheet.value("B3") == .number(3))
    }

    @Test func `a strict workbook is read`() throws {
        var package = StoredPackage(cells: "<c r='A1' t='inlineStr'><is><t>x</t></is></c>")
        for (name, bytes) in package.parts {
            package[name] = String(decoding: bytes, as: UTF8.self)
                .replacing(StoredPackage.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replacing(
                    StoredPackage.office, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
        }
        #expect(try Self.read(package).value("A1") == .text("x"))
    }

    @Test func `links to other files and names that lead out of the package are ignored`() throws {
        var package = StoredPackage(cells: "<c r='A1'><v>1</v></c>")
        package["../evil.xml"] = "<!DOCTYPE x>"
        package["/etc/evil.xml"] = "<!DOCTYPE x>"
        package["xl\\evil.xml"] = "<!DOCTYPE x>"
        package["xl/externalLinks/externalLink1.xml"] = "<!DOCTYPE x>"
        #expect(try Self.read(package).value("A1") == .number(1))
        package.relate([("s1", "worksheet", "../../etc/evil.xml")])
        #expect(throws: ReadError.damaged(part: "workbook", at: CellPosition(sheet: "Form"))) {
            try Workbook.read(package.bytes())
        }
    }
}
