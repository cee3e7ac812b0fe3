/// How a column of a written sheet looks.
public struct Column: Hashable, Sendable {
    /// In widths of a digit, 0…255. Nil leaves it to the program.
    public var width: Double?
    /// Hidden columns can carry what programs need and people do not, such as identifiers.
    public var isHidden: Bool
    /// For the cells of the column that are not written.
    public var style: CellStyle

    public init(width: Double? = nil, isHidden: Bool = false, style: CellStyle = .plain) {
        self.width = width
        self.isHidden = isHidden
        self.style = style
    }
}
