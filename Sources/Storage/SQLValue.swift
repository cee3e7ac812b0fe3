/// A value as both engines hold it.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    /// Never NaN, which SQLite would turn into NULL.
    case real(Double)
    /// Never with U+0000, which PostgreSQL cannot hold.
    case text(String)
    case blob([UInt8])

    /// What it is, for messages; never the value itself.
    var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        case .blob: "BLOB"
        }
    }

    /// The value that both engines keep unchanged.
    ///
    /// - Throws: `StorageError.unstorable` for NaN and for U+0000 in text.
    func storable() throws -> SQLValue {
        switch self {
        case .real(let number) where number.isNaN: throw StorageError.unstorable("NaN")
        // SQLite stores whole reals as integers, which lose the sign of zero.
        case .real(let number) where number == 0: return .real(0)
        case .text(let text) where text.utf8.contains(0): throw StorageError.unstorable("U+0000 in text")
        default: return self
        }
    }
}

/// The type of a parameter, told to PostgreSQL so that it need not guess from the context.
public enum SQLType: Sendable, Hashable {
    case integer, real, text, blob
    /// Taken from the context.
    case unspecified
}
