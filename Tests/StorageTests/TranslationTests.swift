import TestSeeds
import Testing

@testable import Storage

@Suite struct TranslationTests {
    /// A piece of SQL, what it becomes on SQLite and PostgreSQL, and the parameter that it names.
    private static let pieces: [(source: String, parameter: String?)] = [
        (":a", "a"), (":b_2", "b_2"), (":Land", "Land"), ("':a'", nil), ("'it''s :a'", nil), ("\":a\"", nil),
        ("-- :a ' \n", nil), ("/* :a '\" ; */", nil), ("x::text", nil), ("::bigint", nil),
        ("$$ :a ; ' $$", nil),
        ("$tag$ :a $$ $tag$", nil), ("1.5", nil), ("<=", nil), ("é", nil), ("json->>'$.:a'", nil), (";", nil),
    ]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `parameters are numbered by first occurrence, and nothing else changes`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let drawn = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            }
            var names: [String] = []
            var expected = ""
            for piece in drawn {
                if let name = piece.parameter {
                    if !names.contains(name) { names.append(name) }
                    expected += "$\(names.firstIndex(of: name).map { $0 + 1 } ?? 0) "
                } else {
                    expected += piece.source + " "
                }
            }
            for engine in Engine.allCases {
                let translation = Translation(drawn.map { $0.source + " " }.joined(), for: engine)
                #expect(translation.sql == expected)
                #expect(translation.names == names)
            }
        }
    }

    @Test func `a blob is written as each engine reads it`() {
        #expect(Translation("SELECT x'00Ff', X''", for: .sqlite).sql == "SELECT x'00Ff', x''")
        #expect(Translation("SELECT x'00'", for: .postgresql).sql == "SELECT '\\x00'::bytea")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no text of any kind stops the tokenizer or is lost`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let marks = Array("'\"$:;-/*x a\n").map(String.init) + ["é", "$$", "::", "/*", "*/", "--"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                marks[Int.random(in: 0..<marks.count, using: &random)]
            }.joined()
            let again = SQLTokenizer.tokens(of: text).map { token in
                switch token.kind {
                case .parameter: ":" + token.text
                case .blob: "x'" + token.text + "'"
                default: token.text
                }
            }.joined()
            #expect(again == text || again == text + "'", "an unfinished blob is closed")
        }
    }

    @Test func `a script is cut at semicolons outside strings and comments`() {
        let script = "CREATE TABLE a (b TEXT); -- not; here\nINSERT INTO a VALUES (';'); ; /* ; */"
        #expect(SQLScript.statements(in: script).count == 2)
    }

    @Test func `tables become strict on SQLite and wide on PostgreSQL`() {
        let sql =
            "CREATE TABLE a (\n  -- TEXT\n  b TEXT NOT NULL, c INTEGER, d REAL, e BLOB DEFAULT 'TEXT'); SELECT 1;"
        #expect(SchemaText.prepared(sql, for: .sqlite).contains("DEFAULT 'TEXT') STRICT;"))
        let wide = SchemaText.prepared(sql, for: .postgresql)
        #expect(
            wide.contains("-- TEXT\n  b text COLLATE \"C\" NOT NULL, c bigint, d double precision, e bytea"))
        #expect(wide.contains("DEFAULT 'TEXT');"))
    }

    @Test func `what was used least recently is forgotten first`() {
        var remembered = RecentlyUsed<Int, String>(limit: 3)
        for key in 1...3 { #expect(remembered.insert("\(key)", for: key).isEmpty) }
        #expect(remembered.value(for: 1) == "1")
        #expect(remembered.insert("4", for: 4) == ["2"])
        #expect(remembered.value(for: 2) == nil)
        #expect(remembered.value(for: 3) == "3")
    }
}
