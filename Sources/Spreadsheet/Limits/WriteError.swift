/// Why a workbook cannot be written as an `.xlsx` file.
public enum WriteError: Error, Hashable, Sendable {
    /// A workbook needs a sheet that is shown.
    case nothingVisible
    /// The name is empty, too long, taken, or holds what a sheet's name must not.
    case sheetName(String)
    /// The cell lies outside a sheet.
    case outsideSheet(CellPosition)
    /// More than 32,767 UTF-16 units.
    case textTooLong(CellPosition)
    /// Not finite.
    case number(CellPosition)
    /// A day before 1900.
    case date(CellPosition)
    /// Formulas and errors are only read.
    case onlyRead(CellPosition)
    /// A width beyond 0…255, or more columns than a sheet has.
    case column(CellPosition)
    /// A drop-down without choices, with an empty one, or with words longer than 255 UTF-16 units.
    case choices(CellPosition)
    /// The range has a cell in common with another merged range.
    case merged(CellPosition)
    /// The ZIP library failed.
    case archive(String)
}

extension WriteError: CustomStringConvertible {
    /// English, for logs.
    public var description: String {
        switch self {
        case .nothingVisible: "no sheet would be shown"
        case .sheetName(let name): "a sheet cannot be called \"\(name)\""
        case .outsideSheet(let position): "\(position): lies outside a sheet"
        case .textTooLong(let position): "\(position): the text is longer than 32767 characters"
        case .number(let position): "\(position): the number is not finite"
        case .date(let position): "\(position): a day before 1900 can only be written as text"
        case .onlyRead(let position): "\(position): formulas and errors are not written"
        case .column(let position): "\(position): no such column, or no such width"
        case .choices(let position): "\(position): a choice is empty, lacking or too long"
        case .merged(let position): "\(position): two merged ranges overlap"
        case .archive(let words): "the file could not be packed: \(words)"
        }
    }
}
