/// A spreadsheet file of the kind `.xlsx`: sheets in their order.
///
/// Source: ECMA-376 part 1 (SpreadsheetML, transitional and strict) and part 2 (packages).
public struct Workbook: Hashable, Sendable {
    public var sheets: [Sheet]

    /// The media type of the file.
    public static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    public init(_ sheets: [Sheet] = []) {
        self.sheets = sheets
    }

    /// - Returns: the first sheet of that name, nil where there is none.
    public func sheet(_ name: String) -> Sheet? {
        sheets.first { $0.name == name }
    }

    /// Writes the file. The same workbook gives the same bytes, at any time and place.
    ///
    /// Text stays text: what begins with `=` is no formula. Drop-downs with long lists add one sheet, never
    /// shown, at the end.
    ///
    /// - Returns: the bytes of an `.xlsx` file.
    /// - Throws: `WriteError` where a sheet holds what such a file cannot.
    public func bytes() throws(WriteError) -> [UInt8] {
        try WorkbookWriter(self).bytes()
    }

    /// Reads a file that somebody sent, trusting nothing of it.
    ///
    /// Cells that hold nothing are left out, styles and drop-downs are not read. Chart sheets, links to
    /// other files, images and comments are ignored. No formula is computed, nothing is fetched.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - limits: what is too much.
    /// - Returns: the sheets in their order, hidden ones too.
    /// - Throws: `ReadError`, which says where and what to do.
    public static func read(_ bytes: [UInt8], limits: ReadLimits = .standard) throws(ReadError) -> Workbook {
        try WorkbookReader(bytes, limits).workbook()
    }
}
