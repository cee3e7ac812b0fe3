import OfficePackage

/// What an office file is by its parts, whatever its name says.
public enum OfficeKind: Sendable {
    case document, workbook

    /// Looks at the list of parts alone; nothing else is unpacked.
    ///
    /// - Returns: nil for a package of another kind.
    /// - Throws: `ReadError` for what is no package, is locked, or carries macros.
    public static func of(_ file: [UInt8]) throws(ReadError) -> OfficeKind? {
        var limits = ReadLimits.standard
        limits.entries = 10_000
        var zip = try ZipReader(file, limits)
        try WorkbookReader.checkContents(&zip)
        let names = Set(zip.names.map { $0.lowercased() })
        switch (names.contains("word/document.xml"), names.contains("xl/workbook.xml")) {
        case (true, false): return .document
        case (false, true): return .workbook
        default: return nil
        }
    }
}
