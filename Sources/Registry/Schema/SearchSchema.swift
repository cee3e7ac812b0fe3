import Storage

extension Migration {
    /// The search index: each engine's own full-text index over the words of our tokenizer. A document stands
    /// for one version of one object in one language, so that a hit shows only where that version does.
    static let search = Migration(
        7, "search",
        sqlite: """
            CREATE TABLE search_document (
                number   INTEGER NOT NULL PRIMARY KEY,
                type     TEXT NOT NULL,
                id       TEXT NOT NULL,
                language TEXT NOT NULL,
                version  INTEGER NOT NULL
            );
            CREATE INDEX search_document_by_object ON search_document (type, id);
            CREATE VIRTUAL TABLE search_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
            """,
        postgresql: """
            CREATE TABLE search_document (
                number   INTEGER NOT NULL PRIMARY KEY,
                type     TEXT NOT NULL,
                id       TEXT NOT NULL,
                language TEXT NOT NULL,
                version  INTEGER NOT NULL
            );
            CREATE INDEX search_document_by_object ON search_document (type, id);
            CREATE TABLE search_words (
                number INTEGER NOT NULL PRIMARY KEY,
                words  tsvector NOT NULL
            );
            CREATE INDEX search_words_by_word ON search_words USING gin (words);
            """)
}
