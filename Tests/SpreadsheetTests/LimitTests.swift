import Spreadsheet
import Testing

/// What is too much is refused before it costs much.
@Suite struct LimitTests {
    static func limits(_ change: (inout ReadLimits) -> Void) -> ReadLimits {
        var limits = ReadLimits.standard
        change(&limits)
        return limits
    }

    /// Python that writes a workbook whose only sheet is the bytes `sheet`.
    static func script(_ sheet: String, method: String = "ZIP_DEFLATED") -> String {
        let lines = StoredPackage(cells: "").parts.filter { $0.name != "xl/worksheets/one.xml" }.map {
            "z.writestr('\($0.name)', '''\(String(decoding: $0.bytes, as: UTF8.self))''')"
        }
        return """
            import zipfile
            sheet = \(sheet)
            with zipfile.ZipFile(path, 'w', zipfile.\(method)) as z:
                \(lines.joined(separator: "\n    "))
                z.writestr('xl/worksheets/one.xml', sheet)
            """
    }

    static let spaces =
        "b\"<worksheet xmlns='\(StoredPackage.main)'>\" + b' ' * 300_000_000 + b'</worksheet>'"

    @Test func `a bomb is stopped while it unpacks`() throws {
        let file = try Python.run(Self.script(Self.spaces)).file
        #expect(file.count < 400_000)
        let clock = ContinuousClock()
        let took = clock.measure {
            #expect(throws: ReadError.ratioTooHigh(limit: 200)) { try Workbook.read(file) }
        }
        #expect(took < .seconds(5))
        let steep = Self.limits { $0.ratio = 10_000 }
        #expect(throws: ReadError.unpacksTooLarge(limit: 100_000_000)) {
            try Workbook.read(file, limits: steep)
        }
    }

    @Test func `sizes that the file declares are not believed`() throws {
        let lie = """

            import struct
            data = bytearray(open(path, 'rb').read())
            size = struct.pack('<I', len(sheet))
            while size in data:
                at = data.index(size)
                data[at:at + 4] = struct.pack('<I', 100)
            open(path, 'wb').write(data)
            """
        let file = try Python.run(Self.script(Self.spaces) + lie).file
        #expect(throws: ReadError.self) { try Workbook.read(file) }
    }

    @Test(arguments: ["ZIP_LZMA", "ZIP_BZIP2"])
    func `only the methods of packages are unpacked`(method: String) throws {
        let sheet = "b\"<worksheet xmlns='\(StoredPackage.main)'/>\""
        let file = try Python.run(Self.script(sheet, method: method)).file
        #expect(throws: ReadError.damagedPackage) { try Workbook.read(file) }
        let deflated = try Python.run(Self.script(sheet)).file
        #expect(try Workbook.read(deflated).sheets.count == 1)
    }

    @Test func `the first row too many is named`() throws {
        var sheet = Sheet("Form")
        for row in 1...100_000 { sheet.append([.number(Double(row))]) }
        let file = try Workbook([sheet]).bytes()
        let at = CellPosition(sheet: "Form", cell: CellAddress("A20001"))
        #expect(throws: ReadError.tooManyRows(at: at, limit: 20_000)) { try Workbook.read(file) }
        let more = Self.limits { $0.rows = 100_000 }
        #expect(try Workbook.read(file, limits: more).sheets[0].rows.count == 100_000)
    }

    @Test func `cells are counted over all sheets`() throws {
        var one = Sheet("One")
        one.append([.number(1), .number(2), .empty()])
        var two = Sheet("Two")
        two.append([.number(3), .number(4)])
        let file = try Workbook([one, two]).bytes()
        #expect(try Workbook.read(file, limits: Self.limits { $0.cells = 4 }).sheets.count == 2)
        let at = CellPosition(sheet: "Two", cell: CellAddress("B1"))
        #expect(throws: ReadError.tooManyCells(at: at, limit: 3)) {
            try Workbook.read(file, limits: Self.limits { $0.cells = 3 })
        }
    }

    @Test(arguments: [
        "<c r='C1' t='inlineStr'><is><t>123456</t></is></c>", "<c r='C1' t='s'><v>0</v></c>",
        "<c r='C1' t='str'><v>123456</v></c>", "<c r='C1'><f>1+2+34</f></c>",
        "<c r='C1' t='inlineStr'><is><r><t>123</t></r><r><t>456</t></r></is></c>",
    ])
    func `a text too long is named, wherever it stands`(cells: String) throws {
        var package = StoredPackage(cells: cells)
        package["xl/texts.xml"] = "<sst xmlns='\(StoredPackage.main)'><si><t>123456</t></si></sst>"
        let at = CellPosition(sheet: "Form", cell: CellAddress("C1"))
        RefusalTests.expect(.textTooLong(at: at, limit: 5), package, Self.limits { $0.cellText = 5 })
        #expect(try Workbook.read(package.bytes(), limits: Self.limits { $0.cellText = 6 }).sheets.count == 1)
    }

    @Test func `a long text that no cell names does no harm`() throws {
        var package = StoredPackage(cells: "<c r='A1' t='s'><v>1</v></c>")
        package["xl/texts.xml"] = """
            <sst xmlns='\(StoredPackage.main)'><si><t>\(String(repeating: "x", count: 500_000))</t></si>
            <si><t>short</t></si></sst>
            """
        #expect(try Workbook.read(package.bytes()).sheets[0].value("A1") == .text("short"))
        RefusalTests.expect(.tooManyTexts(limit: 1), package, Self.limits { $0.cells = 1 })
    }

    @Test func `file and entries have limits`() {
        var package = StoredPackage(cells: "")
        let size = package.bytes().count
        RefusalTests.expect(
            .fileTooLarge(bytes: size, limit: size - 1), package, Self.limits { $0.fileBytes = size - 1 })
        for number in 0..<2_000 { package.parts.append(("media/\(number)", [])) }
        RefusalTests.expect(.tooManyEntries(limit: 2_000), package)
    }

    @Test func `what makes a parser work long is refused at once`() {
        let names = (0..<1_000_000).map { "a\($0)='' " }.joined()
        let spaces = (0..<200).map { "xmlns:a\($0)='urn:x' " }.joined()
        let sheets = [
            String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000),
            String(repeating: "<x:a xmlns:x='urn:x'>", count: 65) + String(repeating: "</x:a>", count: 65),
            "<sheetData><row \(names)/></sheetData>", "<sheetData><row \(spaces)/></sheetData>",
            "<!-- \(names) -->",
        ]
        let took = ContinuousClock().measure {
            for sheet in sheets {
                #expect(throws: ReadError.self) { try Workbook.read(StoredPackage(sheet: sheet).bytes()) }
            }
        }
        #expect(took < .seconds(30))
    }
}
