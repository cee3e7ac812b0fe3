import GRDB

/// SQLite's result codes in our words.
enum SQLiteErrors {
    static func translated(_ error: any Error) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        switch failure.resultCode {
        case .SQLITE_CONSTRAINT: return StorageError.constraint(constraint(failure.extendedResultCode))
        case .SQLITE_FULL: return StorageError.full
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StorageError.busy
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: return StorageError.corrupt
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            return StorageError.unreachable("the file cannot be opened")
        case .SQLITE_READONLY: return StorageError.readOnly
        case .SQLITE_IOERR: return StorageError.unreachable("the file cannot be read or written")
        case .SQLITE_MISUSE: return StorageError.closed
        case .SQLITE_ERROR: return StorageError.statement(words(failure.message))
        default: return StorageError.other("SQLite \(failure.extendedResultCode.rawValue)")
        }
    }

    /// The engine's words where they name tables and columns; full-text search would quote what was looked for.
    private static func words(_ message: String?) -> String {
        let harmless = [
            "no such ", "near \"", "table ", "index ", "duplicate column", "ambiguous column",
            "incomplete input", "wrong number of arguments", "cannot ",
        ]
        guard let message, harmless.contains(where: message.hasPrefix) else { return "SQLITE_ERROR" }
        return message
    }

    private static func constraint(_ code: ResultCode) -> StorageError.Constraint {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: .notNull
        case .SQLITE_CONSTRAINT_CHECK: .check
        case .SQLITE_CONSTRAINT_DATATYPE: .type
        default: .other
        }
    }
}
