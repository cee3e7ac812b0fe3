/// Where a cell stands in a sheet: row and column, both from 1. `B7` is row 7, column 2.
///
/// Source: ECMA-376 part 1, 18.18.62 (ST_Ref) and 18.18.7 (ST_CellRef).
public struct CellAddress: Hashable, Sendable {
    /// From 1, the topmost row.
    public let row: Int
    /// From 1, which is A.
    public let column: Int

    /// The last row that a sheet can have.
    public static let lastRow = 1_048_576
    /// The last column that a sheet can have: XFD.
    public static let lastColumn = 16_384

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// - Parameter text: as in `B7` or `$B$7`, letters of either case.
    /// - Returns: nil where the text is no address or lies outside a sheet.
    public init?(_ text: String) {
        self.init(utf8: text.utf8)
    }

    init?(utf8: some Sequence<UInt8>) {
        var column = 0
        var row = 0
        var inRow = false
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !inRow: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !inRow: column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                inRow = true
                row = row * 10 + Int(byte) - 48
            default: return nil
            }
            if column > Self.lastColumn || row > Self.lastRow { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column)
    }

    /// Whether a sheet has such a cell.
    public var isInSheet: Bool {
        (1...Self.lastRow).contains(row) && (1...Self.lastColumn).contains(column)
    }

    /// The letters of a column: 1 is A, 27 is AA. Empty below 1.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(65 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension CellAddress: Comparable {
    /// Row by row, from the left.
    public static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

extension CellAddress: CustomStringConvertible {
    /// As in `B7`.
    public var description: String { Self.letters(ofColumn: column) + String(row) }
}
