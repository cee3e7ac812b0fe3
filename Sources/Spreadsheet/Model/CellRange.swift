/// A rectangle of cells, such as `A1:B3`. A single cell is a range of one.
public struct CellRange: Hashable, Sendable {
    /// Top left.
    public let first: CellAddress
    /// Bottom right.
    public let last: CellAddress

    /// - Parameters: two opposite corners, in any order.
    public init(_ one: CellAddress, _ other: CellAddress) {
        first = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
        last = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
    }

    /// - Parameter text: as in `A1:B3` or `A1`.
    /// - Returns: nil where the text is no range.
    public init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(corners.count), let one = CellAddress(utf8: corners[0].utf8) else {
            return nil
        }
        if corners.count == 1 {
            self.init(one, one)
        } else {
            guard let other = CellAddress(utf8: corners[1].utf8) else { return nil }
            self.init(one, other)
        }
    }

    /// Part of one column.
    public init(column: Int, rows: ClosedRange<Int>) {
        self.init(
            CellAddress(row: rows.lowerBound, column: column),
            CellAddress(row: rows.upperBound, column: column))
    }

    public func contains(_ address: CellAddress) -> Bool {
        (first.row...last.row).contains(address.row)
            && (first.column...last.column).contains(address.column)
    }

    /// Whether the two have a cell in common.
    public func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row
            && first.column <= other.last.column && other.first.column <= last.column
    }
}

extension CellRange: CustomStringConvertible {
    /// As in `A1:B3`; one cell alone is `A1`.
    public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
