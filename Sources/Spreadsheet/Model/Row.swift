/// A row of a sheet, with the cells that it has.
public struct Row: Hashable, Sendable {
    /// A cell of a row.
    public struct Entry: Hashable, Sendable {
        /// From 1, which is A.
        public let column: Int
        public var cell: Cell

        public init(column: Int, cell: Cell) {
            self.column = column
            self.cell = cell
        }
    }

    /// From 1.
    public let number: Int
    /// By column, each column at most once.
    public private(set) var entries: [Entry] = []

    init(number: Int) {
        self.number = number
    }

    /// - Parameter column: from 1.
    /// - Returns: the cell, nil where there is none.
    public subscript(column: Int) -> Cell? {
        get {
            let place = place(of: column)
            return place < entries.count && entries[place].column == column ? entries[place].cell : nil
        }
        set {
            let place = place(of: column)
            let isThere = place < entries.count && entries[place].column == column
            switch (newValue, isThere) {
            case (.some(let cell), true): entries[place].cell = cell
            case (.some(let cell), false): entries.insert(Entry(column: column, cell: cell), at: place)
            case (nil, true): entries.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// Where the column stands, or would stand.
    private func place(of column: Int) -> Int {
        guard let last = entries.last, last.column >= column else { return entries.count }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
