/// A document that a paragraph names.
public struct Citation: Hashable, Sendable {
    public let symbol: Symbol
    /// The words of the text.
    public let printed: String
}
