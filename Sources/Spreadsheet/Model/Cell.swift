/// A value and, for writing, how it looks.
public struct Cell: Hashable, Sendable {
    public var value: CellValue
    public var style: CellStyle

    public init(_ value: CellValue, _ style: CellStyle = .plain) {
        self.value = value
        self.style = style
    }

    /// Text is text, also where it begins with `=`.
    public static func text(_ text: String, _ style: CellStyle = .plain) -> Cell { Cell(.text(text), style) }

    public static func number(_ number: Double, _ style: CellStyle = .plain) -> Cell {
        Cell(.number(number), style)
    }

    public static func date(_ date: DateTime, _ style: CellStyle = .plain) -> Cell {
        Cell(.date(date), style)
    }

    public static func boolean(_ answer: Bool, _ style: CellStyle = .plain) -> Cell {
        Cell(.boolean(answer), style)
    }

    /// Nothing, but with a style: for instance a cell to be filled in.
    public static func empty(_ style: CellStyle = .plain) -> Cell { Cell(.empty, style) }
}
