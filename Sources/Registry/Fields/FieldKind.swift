/// What a field of an act holds. Form, JSON schema, command line and catalogue come from this one description.
public enum FieldKind: Hashable, Sendable {
    /// An identifier that the registry makes; never supplied.
    case new(ObjectType)
    /// The identifier of an object that the performer can see.
    case reference(ObjectType)
    /// Identifiers of several objects that the performer can see: `["…", "…"]`, at most 100.
    case references(ObjectType)
    /// `version` of the referenced object as the performer saw it, so that a change in between is noticed. Of an object
    /// that the act makes or changes, whichever is called for, `none` says that there was none.
    case version(of: String)
    /// One line.
    case line(maxLength: Int)
    /// Several paragraphs.
    case text(maxLength: Int)
    /// One wording per language: `{"en": "…", "zh-Hans": "…"}`, at least one of them.
    case localized(maxLength: Int)
    /// A day, `2023-03-30`.
    case date(DateRule)
    /// One of a few codes.
    case choice([String])
    /// A code of the pack in force.
    case pack(PackList)
    case email
    /// An e-mail address, a language and so on are lines with a rule of their own.
    case language
    /// The symbol of a resolution or document, `S/RES/2617(2021)`.
    case symbol
    /// A time limit in normal form: `2025-12-31`, `2022-12`, `P12M`, `R/P1Y`, or nothing.
    case timeLimit
    /// A structure with a schema of its own that the registry makes, never supplied.
    case made
}

/// What a date may be in relation to the day of the act.
public enum DateRule: Hashable, Sendable { case any, notAfterToday }

/// A list of codes in the pack.
public enum PackList: String, Hashable, Sendable {
    case states, entities, themes, regions, statesAndEntities, requirements, questionnaires, questions
    case letters
}

/// One field of an act.
public struct FieldDescription: Hashable, Sendable {
    public let name: String
    public let kind: FieldKind
    public let isRequired: Bool
    /// Free text that an erasure removes; what is left keeps the structure (ids, dates, codes).
    public let isErasable: Bool
    /// Text that may say by marks what is a heading, a list, an emphasis, a footnote.
    public var isStructured = false

    /// Whether whoever performs the act fills it in.
    public var isSupplied: Bool {
        switch kind {
        case .new, .made: false
        default: true
        }
    }
}
