import Disclosure
import Record

/// Anything that a person does in a capacity and that changes something. One act, one file.
///
/// The act names itself, who may perform it, under which authority, and its fields, once; form, JSON schema,
/// command line and catalogue come from that.
public protocol Act: Sendable {
    /// Never changes meaning; a new meaning is a new kind, and old ones replay.
    static var kind: ActKind { get }
    /// A key that the pack resolves to paragraphs in force on the day; without any, the act is disabled.
    static var authority: Authority { get }
    static var performers: [Performer] { get }
    static var fields: [FieldDescription] { get }
    /// Which columns an erasure of this act's fields empties. Every erasable field must be covered.
    static var erasure: [ErasedColumns] { get }
    /// Whether administrators, who see no content, see entries of this kind.
    static var isAboutAccounts: Bool { get }
    /// The rooms that learn of the entry, for acts about items; nil: the Directorate, and about no item.
    static var readers: EntryReaders? { get }
    /// The rooms that learn of this very entry, where its fields say; else those of the kind, of which they are some.
    var entryReaders: EntryReaders? { get }
    /// Whether it looks at the record's own rows, which are otherwise written late in a transaction.
    static var readsRecord: Bool { get }

    /// Makes what the performer does not supply, from what they do. Sees the standing and the surroundings;
    /// what it makes becomes part of the fields, so that `apply` is deterministic.
    static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws

    init(_ input: Input) throws

    /// Refuses, or does nothing. Reads only what the performer may see.
    func check(_ standing: Standing) throws
    /// Changes the derived tables. Refuses nothing; sees no clock and no generator.
    func apply(to tables: Tables, _ entry: RecordEntry) throws
}

extension Act {
    public static var erasure: [ErasedColumns] { [] }
    public static var isAboutAccounts: Bool { false }
    public static var readsRecord: Bool { false }
    public static var readers: EntryReaders? { nil }
    public var entryReaders: EntryReaders? { Self.readers }
    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {}
}

/// The stable name of an act: imperative verb and noun, `confirm-duty`.
public struct ActKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// The key of an authority in the pack.
public struct Authority: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// Who may perform an act.
public enum Performer: Hashable, Sendable {
    case capacity(Capacity)
    /// Whoever runs the host, at the console; the entry says so and why.
    case console

    public static let directorate: [Performer] = [.capacity(.expert), .capacity(.head)]
    /// Those who send for a State.
    public static let ofState: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
}

/// Columns that an erasure empties in the rows that one entry wrote.
public struct ErasedColumns: Sendable {
    let table: String
    let columns: [String]
    /// The column that holds the entry's index.
    let by: String

    public init(_ table: String, _ columns: [String], by: String = "entered_by") {
        self.table = table
        self.columns = columns
        self.by = by
    }
}

/// The fields of an act while it is being prepared.
public struct ActDraft {
    /// As supplied, plus what was made so far.
    public internal(set) var values: [String: JSONValue]
    let makeID: () -> String

    /// Fills a field that the performer does not supply.
    public mutating func make<Value: FieldValue>(_ field: Field<Value>, _ json: JSONValue) {
        values[field.description.name] = json
    }

    public var input: Input { Input(checked: values) }
}
