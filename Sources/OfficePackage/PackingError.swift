/// Why parts could not be packed: the ZIP library failed.
public struct PackingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// English, for logs.
    public let words: String

    public var description: String { "the file could not be packed: \(words)" }
}
