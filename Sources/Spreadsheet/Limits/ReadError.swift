/// Why a file was not read.
public enum ReadError: Error, Hashable, Sendable {
    /// The file is no ZIP, so no `.xlsx` either.
    case notXLSX
    /// A file of the older kind `.xls`.
    case legacy
    /// Locked with a password.
    case encrypted
    /// A file of the binary kind `.xlsb`.
    case binary
    /// The file carries macros, which are programs.
    case macros
    case fileTooLarge(bytes: Int, limit: Int)
    /// Unpacks to more bytes than allowed.
    case unpacksTooLarge(limit: Int)
    /// Unpacks to more than so many times its size: a bomb.
    case ratioTooHigh(limit: Int)
    case tooManyEntries(limit: Int)
    /// The row named is the first too many.
    case tooManyRows(at: CellPosition, limit: Int)
    /// The cell named is the first too many.
    case tooManyCells(at: CellPosition, limit: Int)
    /// More texts shared between sheets than cells are allowed.
    case tooManyTexts(limit: Int)
    case textTooLong(at: CellPosition, limit: Int)
    /// A ZIP, but not of a spreadsheet.
    case noWorkbook
    /// The package names a part that it lacks.
    case partMissing(String)
    /// A part declares a document type, which could define entities.
    case documentType(part: String)
    /// The package itself cannot be unpacked: cut off, altered, or packed in a way that is not allowed.
    case damagedPackage
    /// A part is not what it should be; where it is a sheet, the last cell that was being read.
    case damaged(part: String, at: CellPosition?)
}

extension ReadError: CustomStringConvertible {
    /// English, for logs: says what to do where somebody can.
    public var description: String {
        switch self {
        case .notXLSX: "this is no .xlsx file: open it in a spreadsheet program and save it as .xlsx"
        case .legacy: "this is an .xls file of the older kind: save it as .xlsx and send that"
        case .encrypted: "the file is locked with a password: remove the password, save it and send it again"
        case .binary: "this is a binary workbook (.xlsb): save it as .xlsx and send that"
        case .macros: "the file carries macros: save it as .xlsx without them and send that"
        case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes, and \(limit) are allowed"
        case .unpacksTooLarge(let limit): "the file unpacks to more than the \(limit) bytes that are allowed"
        case .ratioTooHigh(let limit): "the file unpacks to more than \(limit) times its size"
        case .tooManyEntries(let limit): "the file's package has more than \(limit) entries"
        case .tooManyRows(let position, let limit): "\(position): more than \(limit) rows hold something"
        case .tooManyCells(let position, let limit): "\(position): more than \(limit) cells hold something"
        case .tooManyTexts(let limit): "the file has more than \(limit) shared texts"
        case .textTooLong(let position, let limit): "\(position): the text is longer than \(limit) characters"
        case .noWorkbook: "the file is a ZIP archive without a workbook: save the spreadsheet as .xlsx"
        case .partMissing(let part): "the file lacks its part \(part): save it again and send that"
        case .documentType(let part): "the file's part \(part) declares a document type, which is not allowed"
        case .damagedPackage: "the file is cut off or damaged: save it again and send that"
        case .damaged(let part, let position):
            "the file's part \(part) cannot be read\(position.map { " at \($0)" } ?? ""): save it again"
        }
    }
}
