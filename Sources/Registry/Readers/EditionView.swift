import Mandate

/// A version of a questionnaire that the Committee adopted.
public struct EditionView: Sendable, Hashable {
    /// Code of the questionnaire.
    public let questionnaire: String
    /// Version for people, e.g. `2026.1`.
    public let version: String
    public let adoptedOn: CalendarDate?
    /// Where the decision stands; nil: erased.
    public let reference: String?
    /// Nil: in use.
    public let withdrawnOn: CalendarDate?
    public let withdrawnReference: String?
    /// The pack that holds its questions.
    let pack: String

    /// Whether assessments may be opened on it.
    public var isInUse: Bool { withdrawnOn == nil }
}
