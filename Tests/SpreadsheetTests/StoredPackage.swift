/// A package made by hand, so that it can hold what no program would write: a ZIP of stored entries.
struct StoredPackage {
    /// In the order of the file; a name may come twice.
    var parts: [(name: String, bytes: [UInt8])]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006"

    /// A workbook of one sheet called `Form`.
    ///
    /// - Parameter sheet: what stands in the element `worksheet`.
    init(sheet: String) {
        parts = []
        self["[Content_Types].xml"] = "<Types xmlns='\(Self.package)/content-types'/>"
        self["_rels/.rels"] = """
            <Relationships xmlns='\(Self.package)/relationships'><Relationship Id='a'
            Type='\(Self.office)/officeDocument' Target='xl/workbook.xml'/></Relationships>
            """
        self["xl/workbook.xml"] = """
            <workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><sheets>
            <sheet name='Form' sheetId='1' r:id='s1'/></sheets></workbook>
            """
        relate([
            ("s1", "worksheet", "worksheets/one.xml"), ("t", "sharedStrings", "texts.xml"),
            ("f", "styles", "styles.xml"),
        ])
        self["xl/worksheets/one.xml"] = "<worksheet xmlns='\(Self.main)'>\(sheet)</worksheet>"
    }

    /// - Parameter cells: elements `c` of the only row.
    init(cells: String) { self.init(sheet: "<sheetData><row>\(cells)</row></sheetData>") }

    /// What the workbook's relationships name.
    mutating func relate(_ targets: [(id: String, kind: String, target: String)]) {
        let lines = targets.map {
            "<Relationship Id='\($0.id)' Type='\(Self.office)/\($0.kind)' Target='\($0.target)'/>"
        }
        self["xl/_rels/workbook.xml.rels"] =
            "<Relationships xmlns='\(Self.package)/relationships'>\(lines.joined())</Relationships>"
    }

    subscript(name: String) -> String? {
        get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } }
        set {
            parts.removeAll { $0.name == name }
            if let newValue { parts.append((name, Array(newValue.utf8))) }
        }
    }

    /// - Parameter flags: general purpose flags of every entry; 1 says that it is encrypted.
    func bytes(flags: UInt16 = 0x800) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            var common = Self.little(UInt16(20)) + Self.little(flags) + Self.little(UInt16(0))
            common += Self.little(UInt32(0x0021_0000)) + Self.little(Self.crc32(part.bytes))
            common += Self.little(UInt32(part.bytes.count)) + Self.little(UInt32(part.bytes.count))
            common += Self.little(UInt16(name.count)) + Self.little(UInt16(0))
            directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + common
            directory += [UInt8](repeating: 0, count: 10) + Self.little(UInt32(file.count)) + name
            file += Self.little(UInt32(0x0403_4B50)) + common + name + part.bytes
        }
        let start = file.count
        file += directory + Self.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0]
        file +=
            Self.little(UInt16(truncatingIfNeeded: parts.count))
            + Self.little(UInt16(truncatingIfNeeded: parts.count))
        return file + Self.little(UInt32(directory.count)) + Self.little(UInt32(start)) + [0, 0]
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
