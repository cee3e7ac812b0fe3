/// Cuts a script into its statements.
enum SQLScript {
    /// The statements without their semicolons, blank ones left out.
    static func statements(in script: String) -> [[SQLToken]] {
        SQLTokenizer.tokens(of: script)
            .split { $0.kind == .semicolon }
            .map(Array.init)
            .filter { $0.contains { $0.kind != .space } }
    }

    /// The text of a statement, without parameters.
    static func text(of statement: [SQLToken], for engine: Engine) -> String {
        statement.map { token in
            switch token.kind {
            case .parameter: ":\(token.text)"
            case .blob: engine == .sqlite ? "x'\(token.text)'" : "'\\x\(token.text)'::bytea"
            default: token.text
            }
        }.joined()
    }
}
