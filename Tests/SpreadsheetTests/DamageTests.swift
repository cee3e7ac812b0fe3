import Spreadsheet
import TestSeeds
import Testing

/// Damaged files end in an error or in a workbook, never in a crash.
@Suite struct DamageTests {
    @Test func `a file that is cut off is refused, wherever`() throws {
        let file = try OpenpyxlTests.form()
        for length in stride(from: 0, to: file.count, by: 7) {
            #expect(throws: ReadError.self) { try Workbook.read(Array(file[..<length])) }
        }
    }

    /// - Returns: how many were read as a workbook.
    private func flip(_ file: [UInt8], _ seed: UInt64, _ rounds: Int) -> Int {
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<rounds {
            var damaged = file
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<file.count, using: &random)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            do {
                _ = try Workbook.read(damaged)
                read += 1
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        return read
    }

    @Test(arguments: Seeds.standard)
    func `flipped bits of a packed file are seen`(seed: UInt64) throws {
        let rounds = 400
        let read = flip(try OpenpyxlTests.form(), seed, rounds)
        // What nothing depends on, such as times, may differ.
        #expect(read < rounds / 2)
    }

    /// Here nothing sums up the bytes, so damage reaches the XML and the cells.
    @Test(arguments: Seeds.standard)
    func `flipped bits in the parts themselves do no harm`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var package = StoredPackage(
            sheet: """
                <sheetData><row r='1'><c r='A1'><v>1.50</v></c><c r='B1' t='b'><v>1</v></c><c r='C1' t='s'><v>0</v></c>
                <c r='D1' t='inlineStr'><is><r><t>a_x0041_</t></r></is></c><c r='E1' s='1'><f>1+1</f><v>45351</v></c></row>
                <row r='9'><c r='B9' t='d'><v>2024-02-29</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B2'/>
                </mergeCells>
                """)
        package["xl/texts.xml"] = "<sst xmlns='\(StoredPackage.main)'><si><t>&amp;é法</t></si></sst>"
        package["xl/styles.xml"] = """
            <styleSheet xmlns='\(StoredPackage.main)'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>
            """
        var read = 0
        for _ in 0..<1_500 {
            var damaged = package
            let part = Int.random(in: 0..<package.parts.count, using: &random)
            let place = Int.random(in: 0..<package.parts[part].bytes.count, using: &random)
            damaged.parts[part].bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            do {
                _ = try Workbook.read(damaged.bytes())
                read += 1
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        #expect(read > 0 && read < 1_500)
    }
}
