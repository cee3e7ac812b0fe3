import OfficePackage

/// Finds the parts of a workbook in its package and reads them.
struct WorkbookReader {
    private let bytes: [UInt8]
    private let limits: ReadLimits

    init(_ bytes: [UInt8], _ limits: ReadLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    func workbook() throws(ReadError) -> Workbook {
        try checkKind()
        var zip = try ZipReader(bytes, limits)
        try Self.checkContents(&zip)
        guard let name = try workbookPart(&zip) else { throw .noWorkbook }
        if name.hasSuffix(".bin") { throw .binary }
        let relationshipsName = Relationships.name(for: name)
        let parts = try zip.read([name, relationshipsName])
        guard let part = parts[name] else { throw .noWorkbook }
        guard let related = parts[relationshipsName] else { throw .partMissing(relationshipsName) }
        let workbook = WorkbookPart(name)
        try Self.sheetXML(part, name, workbook)
        let relationships = Relationships(of: name)
        try Self.relationshipXML(related, relationshipsName, relationships)
        return try read(workbook, relationships, &zip)
    }

    /// By the first bytes: a ZIP, or what people send in its place.
    private func checkKind() throws(ReadError) {
        if bytes.count > limits.fileBytes {
            throw .fileTooLarge(bytes: bytes.count, limit: limits.fileBytes)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // Both come in the older container; only a locked file has a stream of this name.
            let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            throw bytes.firstRange(of: name) == nil ? .legacy : .encrypted
        }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
        else {
            throw .notXLSX
        }
    }

    static func checkContents(_ zip: inout ZipReader) throws(ReadError) {
        let names = zip.names.map { $0.lowercased() }
        if names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.contains("macrosheets/") }) {
            throw .macros
        }
        let name = "[Content_Types].xml"
        guard let part = try zip.read([name])[name.lowercased()] else { throw .noWorkbook }
        try XMLPart.parse(part, part: name, namespaces: [OfficeNamespace.contentTypes], ContentTypes())
    }

    /// The package's main part.
    private func workbookPart(_ zip: inout ZipReader) throws(ReadError) -> String? {
        let name = "_rels/.rels"
        guard let part = try zip.read([name])[name] else { return nil }
        let relationships = Relationships(of: "")
        try Self.relationshipXML(part, name, relationships)
        return relationships.first("officeDocument")
    }

    private func read(
        _ workbook: WorkbookPart, _ relationships: Relationships, _ zip: inout ZipReader
    ) throws(ReadError) -> Workbook {
        let sheets = try sheetParts(workbook, relationships)
        let textsName = relationships.first("sharedStrings")
        let stylesName = relationships.first("styles")
        var parts = try zip.read(Set(sheets.map(\.part)).union([textsName, stylesName].compactMap(\.self)))
        let texts = SharedStrings(limits)
        if let textsName, let part = parts.removeValue(forKey: textsName) {
            try Self.sheetXML(part, textsName, texts)
        }
        let styles = StylesPart()
        if let stylesName, let part = parts.removeValue(forKey: stylesName) {
            try Self.sheetXML(part, stylesName, styles)
        }
        let reading = CellReading(limits, workbook.dates, texts.texts, styles)
        var result = Workbook()
        for (sheet, name) in sheets {
            guard let part = parts.removeValue(forKey: name) else { throw .partMissing(name) }
            let worksheet = WorksheetPart(sheet, part: name, reading)
            try Self.sheetXML(part, name, worksheet)
            result.sheets.append(worksheet.sheet)
        }
        return result
    }

    /// The sheets with cells, each with its part. A part that two sheets share would be read for each, so it
    /// is refused.
    private func sheetParts(
        _ workbook: WorkbookPart, _ relationships: Relationships
    ) throws(ReadError) -> [(sheet: Sheet, part: String)] {
        var found: [(Sheet, String)] = []
        var used: Set<String> = []
        for entry in workbook.entries {
            let position = CellPosition(sheet: entry.name)
            guard let target = relationships.targets[entry.relationship] else {
                throw .damaged(part: "workbook", at: position)
            }
            if target.kind.lowercased().contains("macrosheet") { throw .macros }
            guard target.kind == "worksheet" else { continue }
            guard used.insert(target.part).inserted else { throw .damaged(part: target.part, at: position) }
            found.append((Sheet(entry.name, visibility: entry.visibility), target.part))
        }
        return found
    }

    private static func sheetXML(
        _ bytes: [UInt8], _ part: String, _ handler: any XMLHandler
    ) throws(ReadError) {
        try XMLPart.parse(
            bytes, part: part, namespaces: [Namespace.sheet, Namespace.strictSheet], handler)
    }

    private static func relationshipXML(
        _ bytes: [UInt8], _ part: String, _ handler: any XMLHandler
    ) throws(ReadError) {
        try XMLPart.parse(bytes, part: part, namespaces: [OfficeNamespace.relationships], handler)
    }
}
