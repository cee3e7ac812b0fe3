import Storage

extension Migration {
    /// Resolutions as adopted, and what was read from them. An imported text is never edited: a corrected
    /// edition closes the rows of the one before (I35).
    static let mandate = Migration(
        4, "mandate",
        """
        CREATE TABLE resolution (
            id         TEXT NOT NULL PRIMARY KEY,
            symbol     TEXT NOT NULL,
            -- NULL: the text has no date
            adopted_on TEXT,
            entered_by INTEGER NOT NULL
        );
        CREATE TABLE resolution_text (
            resolution_id TEXT NOT NULL REFERENCES resolution (id),
            language      TEXT NOT NULL,
            title         TEXT NOT NULL,
            official      INTEGER NOT NULL,
            source        TEXT NOT NULL,
            warnings      TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            -- NULL: current
            until_entry   INTEGER,
            PRIMARY KEY (resolution_id, language, entered_by)
        );
        CREATE TABLE paragraph (
            id            TEXT NOT NULL PRIMARY KEY,
            resolution_id TEXT NOT NULL REFERENCES resolution (id),
            part          TEXT NOT NULL,
            number        TEXT NOT NULL,
            -- NULL: not a sub-paragraph
            parent_number TEXT,
            position      INTEGER NOT NULL,
            entered_by    INTEGER NOT NULL
        );
        CREATE INDEX paragraph_by_resolution ON paragraph (resolution_id, position);
        CREATE TABLE paragraph_text (
            paragraph_id  TEXT NOT NULL REFERENCES paragraph (id),
            resolution_id TEXT NOT NULL,
            language      TEXT NOT NULL,
            text          TEXT NOT NULL,
            verbs         TEXT NOT NULL,
            addressees    TEXT NOT NULL,
            line          INTEGER NOT NULL,
            entered_by    INTEGER NOT NULL,
            -- NULL: current
            until_entry   INTEGER,
            PRIMARY KEY (paragraph_id, language, entered_by)
        );
        CREATE INDEX paragraph_text_by_resolution ON paragraph_text (resolution_id, language);
        CREATE TABLE citation (
            paragraph_id  TEXT NOT NULL REFERENCES paragraph (id),
            resolution_id TEXT NOT NULL,
            language      TEXT NOT NULL,
            position      INTEGER NOT NULL,
            symbol        TEXT NOT NULL,
            printed       TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            -- NULL: current
            until_entry   INTEGER,
            PRIMARY KEY (paragraph_id, language, position, entered_by)
        );
        CREATE INDEX citation_by_symbol ON citation (symbol);
        CREATE INDEX citation_by_resolution ON citation (resolution_id, language);
        CREATE TABLE time_limit (
            paragraph_id  TEXT NOT NULL REFERENCES paragraph (id),
            resolution_id TEXT NOT NULL,
            language      TEXT NOT NULL,
            position      INTEGER NOT NULL,
            kind          TEXT NOT NULL,
            text          TEXT NOT NULL,
            normalised    TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            -- NULL: current
            until_entry   INTEGER,
            PRIMARY KEY (paragraph_id, language, position, entered_by)
        );
        CREATE INDEX time_limit_by_resolution ON time_limit (resolution_id, language);
        CREATE TABLE correction (
            id           TEXT NOT NULL PRIMARY KEY,
            paragraph_id TEXT NOT NULL REFERENCES paragraph (id),
            language     TEXT NOT NULL,
            about        TEXT NOT NULL,
            printed      TEXT NOT NULL,
            corrected    TEXT NOT NULL,
            -- NULL: erased
            reason       TEXT,
            entered_by   INTEGER NOT NULL
        );
        CREATE INDEX correction_by_paragraph ON correction (paragraph_id);
        CREATE TABLE divergence (
            id              TEXT NOT NULL PRIMARY KEY,
            paragraph_id    TEXT NOT NULL REFERENCES paragraph (id),
            first_language  TEXT NOT NULL,
            first_words     TEXT NOT NULL,
            second_language TEXT NOT NULL,
            second_words    TEXT NOT NULL,
            -- NULL: erased
            question        TEXT,
            entered_by      INTEGER NOT NULL
        );
        CREATE TABLE divergence_settlement (
            divergence_id TEXT NOT NULL REFERENCES divergence (id),
            -- NULL: erased
            settlement    TEXT,
            entered_by    INTEGER NOT NULL,
            -- NULL: current
            until_entry   INTEGER,
            PRIMARY KEY (divergence_id, entered_by)
        );
        CREATE INDEX divergence_by_paragraph ON divergence (paragraph_id);
        """)
}
