import Storage

extension Migration {
    /// Versions of questionnaires that the Committee adopted, each with the pack that holds its questions.
    ///
    /// What was opened before the Committee adopted any goes on with the questions of the pack in force.
    static let questionnaireEditions = Migration(
        15, "questionnaire editions",
        """
        CREATE TABLE questionnaire_edition (
            code                TEXT NOT NULL,
            version             TEXT NOT NULL,
            -- the pack in force when it was adopted
            pack_hash           TEXT NOT NULL,
            adopted_on          TEXT NOT NULL,
            -- symbol or note of the decision; NULL: erased. The next likewise, or not withdrawn
            reference           TEXT,
            since_entry         INTEGER NOT NULL,
            withdrawn_on        TEXT,
            withdrawn_reference TEXT,
            -- NULL: in use
            until_entry         INTEGER,
            PRIMARY KEY (code, version)
        );
        """)
}
