/// What a cell holds. A cell that holds nothing is `empty`.
///
/// Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (ST_CellType).
public indirect enum CellValue: Hashable, Sendable {
    case empty
    /// Plain text, exactly as it stands: formats of single letters are dropped, letters and spaces are not.
    case text(String)
    /// Finite. Amounts of time without a date are numbers too, in days: half past noon is 0.520833….
    case number(Double)
    /// A number that its cell shows as a date.
    case date(DateTime)
    case boolean(Bool)
    /// The code of an error, such as `#REF!`. Only read.
    case error(String)
    /// A formula, and what the program that saved the file had last computed for it. Only read; nothing
    /// is computed here, so the value may be stale or a lie. The formula is empty where the file gives it
    /// at another cell.
    case formula(String, cached: CellValue)

    /// Whether the cell computes its value.
    public var isFormula: Bool {
        if case .formula = self { true } else { false }
    }
}
