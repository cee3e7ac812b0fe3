/// How a written cell looks and what may be done with it. What is read carries no style.
public struct CellStyle: Hashable, Sendable {
    /// How a program shows and takes what is typed into the cell.
    public enum Format: Hashable, Sendable {
        /// By the value: a date as a date, all else as the program sees fit.
        case general
        /// What is typed stays text: `007` and `1-2` are kept as they are.
        case text
        /// `2023-03-30`
        case date
        /// `2023-03-30 14:05:00`
        case dateTime
    }

    public var isBold: Bool
    /// Breaks long text into lines and stands at the top of its cell.
    public var wraps: Bool
    /// Whether a protected sheet refuses changes to the cell.
    public var isLocked: Bool
    public var format: Format

    public init(isBold: Bool = false, wraps: Bool = false, isLocked: Bool = true, format: Format = .general) {
        self.isBold = isBold
        self.wraps = wraps
        self.isLocked = isLocked
        self.format = format
    }

    public static let plain = CellStyle()
    /// Bold, wrapped and locked.
    public static let header = CellStyle(isBold: true, wraps: true)
    /// Wrapped and open to change in a protected sheet.
    public static let open = CellStyle(wraps: true, isLocked: false)
}
