import Spreadsheet
import Testing

/// What is refused, with the sheet and the cell where there are such.
@Suite struct RefusalTests {
    static func at(_ cell: String?) -> CellPosition {
        CellPosition(sheet: "Form", cell: cell.flatMap { CellAddress($0) })
    }

    static func expect(_ error: ReadError, _ package: StoredPackage, _ limits: ReadLimits = .standard) {
        #expect(throws: error) { try Workbook.read(package.bytes(), limits: limits) }
    }

    @Test func `what is no workbook is called what it is`() {
        let ole: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2_000)
        let stream = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
        #expect(throws: ReadError.notXLSX) { try Workbook.read([]) }
        #expect(throws: ReadError.notXLSX) { try Workbook.read(Array("a,b\n1,2\n".utf8)) }
        #expect(throws: ReadError.legacy) { try Workbook.read(ole) }
        #expect(throws: ReadError.encrypted) { try Workbook.read(ole + stream) }
        #expect(throws: ReadError.damagedPackage) { try Workbook.read([0x50, 0x4B, 3, 4, 0]) }
        var package = StoredPackage(cells: "")
        #expect(throws: ReadError.encrypted) { try Workbook.read(package.bytes(flags: 0x801)) }
        package["xl/workbook.xml"] = nil
        Self.expect(.noWorkbook, package)
        package["_rels/.rels"] = nil
        Self.expect(.noWorkbook, package)
        package["[Content_Types].xml"] = nil
        Self.expect(.noWorkbook, package)
    }

    @Test func `macros are refused, by name and by type`() {
        var named = StoredPackage(cells: "")
        named["xl/vbaProject.bin"] = "x"
        Self.expect(.macros, named)
        let types = [
            ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", ReadError.macros),
            ("application/vnd.ms-office.vbaProject", .macros),
            ("application/vnd.ms-excel.macrosheet+xml", .macros),
            ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", .binary),
        ]
        for (type, error) in types {
            var typed = StoredPackage(cells: "")
            typed["[Content_Types].xml"] = """
                <Types xmlns='\(StoredPackage.package)/content-types'><Override PartName='/x' ContentType='\(type)'/>
                </Types>
                """
            Self.expect(error, typed)
        }
        var sheet = StoredPackage(cells: "")
        sheet.relate([("s1", "xlMacrosheet", "worksheets/one.xml")])
        Self.expect(.macros, sheet)
    }

    @Test(arguments: [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/worksheets/one.xml",
        "xl/texts.xml", "xl/styles.xml",
    ])
    func `a document type is refused in every part`(part: String) {
        for type in [
            "<!DOCTYPE x>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>",
        ] {
            var package = StoredPackage(cells: "")
            package[part] = type + (package[part] ?? "<x/>")
            Self.expect(.documentType(part: part), package)
        }
    }

    @Test func `an entity that nobody defined is damage`() {
        Self.expect(
            .damaged(part: "xl/worksheets/one.xml", at: Self.at("A1")),
            StoredPackage(cells: "<c r='A1'><v>&lol;</v></c>"))
    }

    @Test(arguments: [
        ("<c r='B1'><v>x</v></c>", "B1"), ("<c r='B1'><v>0x10</v></c>", "B1"),
        ("<c r='B1'><v>1e999</v></c>", "B1"),
        ("<c r='B1'><v>nan</v></c>", "B1"), ("<c r='B1' t='s'><v>0</v></c>", "B1"),
        ("<c r='B1' t='?'><v>0</v></c>", "B1"),
        ("<c r='B1'><v>1</v></c><c r='B1'><v>2</v></c>", "B1"), ("<c r='B1' s='-1'><v>1</v></c>", "B1"),
        ("<c r='B1' t='d'><v>2023-02-29</v></c>", "B1"), ("<c r='B1' t='b'><v>2</v></c>", "B1"),
    ])
    func `a damaged cell is named`(cells: String, cell: String) {
        Self.expect(.damaged(part: "xl/worksheets/one.xml", at: Self.at(cell)), StoredPackage(cells: cells))
    }

    @Test(arguments: ["XFE1", "A1048577", "A0", "", "A99999999999999999999"])
    func `a cell beyond the sheet is damage`(address: String) {
        #expect(throws: ReadError.self) {
            try Workbook.read(StoredPackage(cells: "<c r='\(address)'><v>1</v></c>").bytes())
        }
    }

    @Test func `a part that is not there is named`() {
        var package = StoredPackage(cells: "")
        package["xl/worksheets/one.xml"] = nil
        Self.expect(.partMissing("xl/worksheets/one.xml"), package)
        package["xl/_rels/workbook.xml.rels"] = nil
        Self.expect(.partMissing("xl/_rels/workbook.xml.rels"), package)
    }

    @Test func `one part is not read for two sheets`() {
        var package = StoredPackage(cells: "")
        package["xl/workbook.xml"] = """
            <workbook xmlns='\(StoredPackage.main)' xmlns:r='\(StoredPackage.office)'><sheets>
            <sheet name='A' r:id='s1'/><sheet name='Form' r:id='s2'/></sheets></workbook>
            """
        package.relate([
            ("s1", "worksheet", "worksheets/one.xml"), ("s2", "worksheet", "/xl/worksheets/one.xml"),
        ])
        Self.expect(.damaged(part: "xl/worksheets/one.xml", at: Self.at(nil)), package)
    }

    @Test func `one name does not stand for two entries`() {
        var package = StoredPackage(cells: "")
        package.parts.append(("XL/workbook.xml", []))
        Self.expect(.damagedPackage, package)
    }
}
