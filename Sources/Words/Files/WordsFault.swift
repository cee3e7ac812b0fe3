/// What is wrong with a words file, and where.
public struct WordsFault: Error, CustomStringConvertible, Hashable {
    public let file: String
    /// Counted from 1, if it is known.
    public let line: Int?
    public let what: String

    public var description: String {
        line.map { "\(file), line \($0): \(what)" } ?? "\(file): \(what)"
    }
}
