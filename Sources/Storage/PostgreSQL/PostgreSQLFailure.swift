/// A failure that the server told, by its SQLSTATE.
struct PostgreSQLFailure {
    let code: String
    let words: String

    /// Whether the next statement needs another connection.
    ///
    /// Shutdown, a lost connection, a server that became a standby, and plans that a migration has outdated.
    var endsSession: Bool {
        code.hasPrefix("08") || code.hasPrefix("57P") || code == "25006" || code == "0A000"
    }

    var translated: StorageError {
        switch code {
        case "23505": return .constraint(.unique)
        case "23503": return .constraint(.foreignKey)
        case "23502": return .constraint(.notNull)
        case "23514": return .constraint(.check)
        case "42804", "22P02", "22P03", "22003": return .constraint(.type)
        case "25006": return .readOnly
        case "25P02": return .conflict
        case "40001", "40P01", "0A000": return .conflict
        case "53100": return .full
        case "53300", "55P03", "57014": return .busy
        case "57P01", "57P02", "57P03", "57P05": return .unreachable("the server stops or starts")
        case "XX001", "XX002": return .corrupt
        default: break
        }
        switch code.prefix(2) {
        case "08": return .unreachable("the connection broke")
        case "23": return .constraint(.other)
        // Its words name tables and columns, never values.
        case "42": return .statement(words)
        default: return .other("PostgreSQL \(code)")
        }
    }
}
