import Registry
import Spreadsheet

/// What is wrong with a file that came back, and where.
public struct SheetFault: Hashable, Sendable {
    /// Name of the sheet; nil where it is the file as a whole.
    public let sheet: String?
    let cell: CellAddress?
    /// Key of the words that say it, with what to do.
    public let code: String
    public let values: [String: String]
    /// Heading of the column, where the words do not say what is meant.
    public private(set) var heading: String?

    init(_ code: String, sheet: String? = nil, cell: CellAddress? = nil, _ values: [String: String] = [:]) {
        self.code = code
        self.sheet = sheet
        self.cell = cell
        self.values = values
    }

    /// The same about what a column is headed with.
    func under(_ heading: String?) -> SheetFault {
        var copy = self
        copy.heading = heading
        return copy
    }

    /// Row of the sheet, from 1; nil where it is the sheet as a whole.
    public var row: Int? { cell?.row }
    /// As in `E14`.
    public var cellName: String? { cell?.description }

    /// As spreadsheet programs write it: `Questions!E14`; nil for the file as a whole.
    public var place: String? {
        guard let sheet else { return nil }
        return cell.map { "\(sheet)!\($0)" } ?? sheet
    }

    /// What somebody typed, fit to be quoted in a line: short, and nothing in it that turns the line around.
    static func quoted(_ text: String) -> String {
        let most = 60
        let scalars = text.unicodeScalars.prefix(most * 4).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: Character(" ")
            default: Character(scalar)
            }
        }
        let plain = String(scalars).split(separator: " ").joined(separator: " ")
        return plain.count > most ? "\(plain.prefix(most))…" : plain
    }
}

/// A file that was not taken: all that could be found wrong with it.
public struct SheetFaults: Error, Hashable, Sendable {
    public let faults: [SheetFault]

    public init(faults: [SheetFault]) { self.faults = faults }
}

extension SheetFault {
    /// Why the file cannot be read at all.
    init(_ error: ReadError) {
        func at(_ position: CellPosition?, _ code: String, _ values: [String: String] = [:]) -> SheetFault {
            SheetFault(code, sheet: position.map { Self.quoted($0.sheet) }, cell: position?.cell, values)
        }
        self =
            switch error {
            case .notXLSX, .noWorkbook: SheetFault("sheet.not-xlsx")
            case .legacy: SheetFault("sheet.legacy")
            case .encrypted: SheetFault("sheet.encrypted")
            case .binary: SheetFault("sheet.binary")
            case .macros: SheetFault("sheet.macros")
            case .fileTooLarge(_, let limit):
                SheetFault("sheet.too-large", ["most": String(limit / 1_000_000)])
            case .unpacksTooLarge, .ratioTooHigh, .tooManyEntries, .tooManyTexts: SheetFault("sheet.bomb")
            case .tooManyRows(let position, let limit), .tooManyCells(let position, let limit):
                at(position, "sheet.too-much", ["most": String(limit)])
            case .textTooLong(let position, let limit):
                at(position, "sheet.text-too-long", ["most": String(limit)])
            case .partMissing, .documentType, .damagedPackage: SheetFault("sheet.damaged")
            case .damaged(_, let position): at(position, "sheet.damaged")
            }
    }
}
