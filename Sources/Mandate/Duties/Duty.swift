/// What one paragraph asks of one addressee.
public struct Duty: Hashable, Sendable {
    public let paragraph: ParagraphAddress
    public let addressee: String
    /// As printed, small letters.
    public let verb: String
    public let what: String
    /// Nil for duties that run without a measure of time.
    public let limit: TimeLimit?

    public init(paragraph: ParagraphAddress, addressee: String, verb: String, what: String, limit: TimeLimit?)
    {
        self.paragraph = paragraph
        (self.addressee, self.verb, self.what, self.limit) = (addressee, verb, what, limit)
    }
}

/// How a duty, or one occurrence of it, stands on a day. Computed, never stored.
public enum DutyStatus: String, Hashable, Sendable, CaseIterable {
    /// Lies ahead.
    case upcoming
    /// Lies ahead, within the days that the reader asked to be warned.
    case due
    /// Its day has passed without a document, while the mandate runs.
    case overdue
    case fulfilled
    /// History: the resolution that set it no longer governs.
    case spent
    /// The term that it dates was prolonged by a successor.
    case renewed
}
