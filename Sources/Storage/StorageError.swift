/// What an engine can fail with, told alike by both. Never holds a bound value.
public enum StorageError: Error, Sendable, Hashable {
    /// Which promise of the schema a statement would have broken.
    public enum Constraint: String, Sendable, Hashable {
        case unique, foreignKey, notNull, check, type, other
    }

    /// The server or the file cannot be reached; nothing of the transaction was done.
    case unreachable(String)
    /// The server went away while it was committing: look whether the change is there before repeating it.
    case outcomeUnknown
    case constraint(Constraint)
    /// No room left on the disk; nothing of the transaction was done.
    case full
    /// Others held the lock, the connection or the server for too long.
    case busy
    /// Two transactions wanted incompatible things, and this one was undone; it may be repeated.
    case conflict
    /// A newer program has migrated this database.
    case tooNew(found: Int, known: Int)
    /// A migration that was carried out no longer has the text that it had.
    case editedMigration(number: Int)
    /// The file or the server's tables are damaged, or the file is no database.
    case corrupt
    /// A value that not both engines can keep.
    case unstorable(String)
    /// A row does not hold what its reader expects.
    case mismatch(String)
    /// A parameter of the statement was not given.
    case parameterMissing(String)
    /// A statement tried to write in a read transaction.
    case readOnly
    /// The engine does not understand the statement; its words, which name tables and columns, never values.
    case statement(String)
    /// A dump is cut off, altered or of another schema.
    case unreadableDump(String)
    /// No such file in that room.
    case fileMissing
    /// The database was closed.
    case closed
    /// Anything else, by the engine's code.
    case other(String)

    /// Whether the same may succeed a little later. Not so after `outcomeUnknown`, which may have succeeded.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .busy, .conflict: true
        default: false
        }
    }
}

extension StorageError: CustomStringConvertible {
    /// English, for logs: says what to do where somebody can.
    public var description: String {
        switch self {
        case .unreachable(let place): "the database cannot be reached (\(place)); it will be tried again"
        case .outcomeUnknown: "the server went away during a commit; look whether the change is there"
        case .constraint(let kind): "the schema's \(kind.rawValue) constraint forbids this"
        case .full: "the database's disk is full; nothing was changed: make room and repeat"
        case .busy: "the database is busy; repeat a little later"
        case .conflict: "another change came in between; repeat"
        case .tooNew(let found, let known):
            "the database has schema \(found), this program knows \(known): start a newer program"
        case .editedMigration(let number):
            "migration \(number) was carried out with another text: start the program that belongs to this database"
        case .corrupt: "the database is damaged, or the file is no database: restore a backup"
        case .unstorable(let what): "\(what) cannot be stored"
        case .mismatch(let what): "a row does not hold what was expected: \(what)"
        case .parameterMissing(let name): "the parameter :\(name) was not given"
        case .readOnly: "a read transaction cannot write"
        case .statement(let words): "the engine does not accept a statement: \(words)"
        case .unreadableDump(let what): "the copy cannot be read: \(what)"
        case .fileMissing: "there is no such file"
        case .closed: "the database was closed"
        case .other(let code): "the database failed with \(code)"
        }
    }
}
