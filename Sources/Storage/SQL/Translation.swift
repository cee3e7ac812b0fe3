/// A statement with numbered parameters, as both engines take it: `$1` is the first name that occurs.
///
/// SQLite numbers names by their first occurrence, whatever they look like, so that one text serves both.
struct Translation: Sendable {
    let sql: String
    /// The name of `$1`, of `$2` …
    let names: [String]

    init(_ source: String, for engine: Engine) {
        var names: [String] = []
        var sql = ""
        sql.reserveCapacity(source.utf8.count + 16)
        for token in SQLTokenizer.tokens(of: source) {
            switch token.kind {
            case .parameter:
                if let known = names.firstIndex(of: token.text) {
                    sql += "$\(known + 1)"
                } else {
                    names.append(token.text)
                    sql += "$\(names.count)"
                }
            case .blob:
                sql += engine == .sqlite ? "x'\(token.text)'" : "'\\x\(token.text)'::bytea"
            default:
                sql += token.text
            }
        }
        self.sql = sql
        self.names = names
    }

    /// The values in the order of their numbers, each fit for both engines.
    ///
    /// - Throws: `StorageError.parameterMissing`, `.unstorable`.
    func values(_ parameters: [String: any SQLConvertible]) throws -> [(value: SQLValue, type: SQLType)] {
        try names.map { name in
            guard let given = parameters[name] else { throw StorageError.parameterMissing(name) }
            return (try given.sqlValue.storable(), type(of: given).sqlType)
        }
    }
}
