/// What may stand in a placeholder: a text or a whole number.
public protocol WordArgument: Sendable {
    var wordValue: WordValue { get }
}

/// A placeholder's value.
public enum WordValue: Sendable, Hashable {
    case text(String)
    case number(Int)
}

extension String: WordArgument {
    public var wordValue: WordValue { .text(self) }
}

extension Int: WordArgument {
    public var wordValue: WordValue { .number(self) }
}
