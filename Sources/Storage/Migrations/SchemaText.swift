/// Turns schema text into what one engine needs.
enum SchemaText {
    /// The script with each `CREATE TABLE` made `STRICT` on SQLite, and the types widened on PostgreSQL.
    static func prepared(_ script: String, for engine: Engine) -> String {
        SQLScript.statements(in: script).map { statement in
            let words = statement.filter { $0.kind == .word }.map { $0.text.uppercased() }
            let text: String
            switch engine {
            case .sqlite:
                let isTable = words.starts(with: ["CREATE", "TABLE"]) && words.last != "STRICT"
                text = SQLScript.text(of: statement, for: engine) + (isTable ? " STRICT" : "")
            case .postgresql:
                let hasTypes = [["CREATE", "TABLE"], ["ALTER", "TABLE"]].contains { words.starts(with: $0) }
                text = SQLScript.text(of: hasTypes ? widened(statement) : statement, for: engine)
            }
            return text + ";\n"
        }.joined()
    }

    private static let wide = [
        "TEXT": "text COLLATE \"C\"", "INTEGER": "bigint", "REAL": "double precision", "BLOB": "bytea",
    ]

    private static func widened(_ statement: [SQLToken]) -> [SQLToken] {
        statement.map { token in
            guard token.kind == .word, let wide = wide[token.text] else { return token }
            return SQLToken(kind: .other, text: wide)
        }
    }
}
