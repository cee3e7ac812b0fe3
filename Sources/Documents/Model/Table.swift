/// Rows under named columns.
public struct Table: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let title: String
        /// Its share of the width, beside the other columns'.
        public let share: Int

        public init(_ title: String, share: Int = 1) {
            self.title = title
            self.share = max(1, share)
        }
    }

    /// What it shows; differs from every other table's in the document.
    public let name: String
    public let columns: [Column]
    /// As many cells as columns; the first heads its row.
    public let rows: [[Line]]

    public init(_ name: String, columns: [Column], rows: [[Line]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}
