import Storage

/// Where the two engines differ in full-text search: FTS5, and tsvector under a GIN index.
enum SearchWords {
    /// Puts or replaces the words of one document.
    static func put(_ words: [String], _ number: Int64, _ connection: any Connection) throws {
        let text = words.joined(separator: " ")
        switch connection.engine {
        case .sqlite:
            try connection.execute(
                "INSERT OR REPLACE INTO search_words (rowid, words) VALUES (:number, :words)",
                ["number": number, "words": text])
        case .postgresql:
            // Not to_tsvector: its parser would cut our words anew, by rules that vary with the locale.
            try connection.execute(
                """
                INSERT INTO search_words (number, words)
                VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))
                ON CONFLICT (number) DO UPDATE SET words = excluded.words
                """, ["number": number, "words": text])
        }
    }

    /// Takes out the words of one document.
    static func forget(_ number: Int64, _ connection: any Connection) throws {
        let key = connection.engine == .sqlite ? "rowid" : "number"
        try connection.execute("DELETE FROM search_words WHERE \(key) = :number", ["number": number])
        // FTS5 keeps the words of deleted rows until its segments are merged.
        guard connection.engine == .sqlite else { return }
        try connection.execute("INSERT INTO search_words (search_words) VALUES ('optimize')", [:])
    }

    /// A subquery that gives the numbers of documents with every word; its parameter is `:match`.
    static func matching(_ engine: Engine) -> String {
        switch engine {
        case .sqlite: "SELECT rowid FROM search_words WHERE search_words MATCH :match"
        case .postgresql: "SELECT number FROM search_words WHERE words @@ CAST(:match AS tsquery)"
        }
    }

    /// The words as the engine's query; the last one may be the beginning of a word.
    ///
    /// - Returns: nil where there is nothing to look for.
    static func match(_ query: String, _ engine: Engine) -> String? {
        let words = Tokenizer.words(in: query).prefix(16)
        guard let last = words.last else { return nil }
        // Words hold letters and digits alone, so quoting them is enough on both engines.
        switch engine {
        case .sqlite: return words.map { $0 == last ? "\"\($0)\" *" : "\"\($0)\"" }.joined(separator: " ")
        case .postgresql: return words.map { $0 == last ? "'\($0)':*" : "'\($0)'" }.joined(separator: " & ")
        }
    }
}
