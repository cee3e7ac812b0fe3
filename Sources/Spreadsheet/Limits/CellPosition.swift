/// Where in a workbook something is wrong: a sheet, and where it can be told a cell.
public struct CellPosition: Hashable, Sendable, CustomStringConvertible {
    public let sheet: String
    public let cell: CellAddress?

    public init(sheet: String, cell: CellAddress? = nil) {
        self.sheet = sheet
        self.cell = cell
    }

    /// As in `sheet "Replies", cell B7`.
    public var description: String {
        cell.map { "sheet \"\(sheet)\", cell \($0)" } ?? "sheet \"\(sheet)\""
    }
}
