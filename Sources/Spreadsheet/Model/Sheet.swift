/// A sheet: sparse cells, and for writing what surrounds them.
public struct Sheet: Hashable, Sendable {
    public enum Visibility: Hashable, Sendable {
        case visible
        /// Not shown; a person can have it shown.
        case hidden
        /// Not shown, nor offered to be shown.
        case veryHidden
    }

    /// 1…31 UTF-16 units, without `[ ] : * ? / \`, unlike every other sheet's in more than case.
    public var name: String
    public var visibility: Visibility
    /// The rows that have cells, by number.
    public private(set) var rows: [Row] = []
    public var merged: [CellRange] = []

    /// Whether column A stands at the right, as for Arabic. Written, and read.
    public var isRightToLeft = false
    /// The first column is A. Only written.
    public var columns: [Column] = []
    /// How many rows from the top stay in sight. Only written.
    public var frozenRows = 0
    /// Whether locked cells refuse changes. There is no password: it keeps from mistakes, not from intent.
    /// Only written.
    public var isProtected = false
    /// Only written.
    public var validations: [ListValidation] = []

    public init(_ name: String, visibility: Visibility = .visible) {
        self.name = name
        self.visibility = visibility
    }

    /// - Returns: the cell, nil where there is none.
    public subscript(address: CellAddress) -> Cell? {
        get {
            let place = place(of: address.row)
            return place < rows.count && rows[place].number == address.row ? rows[place][address.column] : nil
        }
        set {
            let place = place(of: address.row)
            if place == rows.count || rows[place].number != address.row {
                if newValue == nil { return }
                rows.insert(Row(number: address.row), at: place)
            }
            rows[place][address.column] = newValue
            if rows[place].entries.isEmpty { rows.remove(at: place) }
        }
    }

    /// - Parameter address: as in `B7`.
    /// - Returns: what the cell holds, `empty` where there is none or the text is no address.
    public func value(_ address: String) -> CellValue {
        CellAddress(address).flatMap { self[$0]?.value } ?? .empty
    }

    /// Puts cells into the row below the last one, from column A. An empty list leaves no row.
    public mutating func append(_ cells: [Cell]) {
        guard !cells.isEmpty else { return }
        var row = Row(number: (rows.last?.number ?? 0) + 1)
        for (index, cell) in cells.enumerated() { row[index + 1] = cell }
        rows.append(row)
    }

    /// Where the row stands, or would stand.
    private func place(of number: Int) -> Int {
        guard let last = rows.last, last.number >= number else { return rows.count }
        if last.number == number { return rows.count - 1 }
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
