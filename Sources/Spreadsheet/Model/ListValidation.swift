/// A drop-down: the cells of a range take one of the choices and nothing else.
///
/// Source: ECMA-376 part 1, 18.3.1.32 (dataValidation).
public struct ListValidation: Hashable, Sendable {
    public var range: CellRange
    /// In the order in which they are offered; at least one, none empty. Long lists are written to a
    /// hidden sheet.
    public var choices: [String]
    /// Whether a cell may be left empty.
    public var allowsEmpty: Bool
    /// Said beside the cell while it is chosen, at most 255 UTF-16 units. Nil says nothing.
    public var advice: String?
    /// Said when something else is typed, at most 255 UTF-16 units. Nil leaves it to the program.
    public var refusal: String?

    public init(
        _ range: CellRange, choices: [String], allowsEmpty: Bool = true, advice: String? = nil,
        refusal: String? = nil
    ) {
        self.range = range
        self.choices = choices
        self.allowsEmpty = allowsEmpty
        self.advice = advice
        self.refusal = refusal
    }
}
