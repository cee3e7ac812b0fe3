import Storage

extension Migration {
    /// Questions of the adopted packs and what they rest on. Packs from before have none, so nothing is filled in.
    static let questionnaires = Migration(
        10, "questionnaires",
        """
        CREATE TABLE questionnaire (
            pack_entry INTEGER NOT NULL,
            code       TEXT NOT NULL,
            version    TEXT NOT NULL,
            scale      TEXT NOT NULL,
            position   INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE TABLE questionnaire_option (
            pack_entry    INTEGER NOT NULL,
            questionnaire TEXT NOT NULL,
            code          TEXT NOT NULL,
            position      INTEGER NOT NULL,
            outside       INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, questionnaire, code)
        );
        CREATE TABLE question (
            pack_entry    INTEGER NOT NULL,
            code          TEXT NOT NULL,
            questionnaire TEXT NOT NULL,
            theme         TEXT NOT NULL,
            position      INTEGER NOT NULL,
            kind          TEXT NOT NULL,
            sensitive     INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE INDEX question_by_questionnaire ON question (pack_entry, questionnaire, position);
        CREATE TABLE question_requirement (
            pack_entry  INTEGER NOT NULL,
            question    TEXT NOT NULL,
            requirement TEXT NOT NULL,
            position    INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, question, requirement)
        );
        CREATE INDEX question_by_requirement ON question_requirement (pack_entry, requirement);
        """)

    /// Questions with options of their own, parts and conditions. Questions from before have none of these.
    static let questionKinds = Migration(
        12, "question kinds",
        """
        ALTER TABLE question ADD COLUMN parent TEXT NOT NULL DEFAULT '';
        ALTER TABLE question ADD COLUMN visited INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE question ADD COLUMN matters TEXT NOT NULL DEFAULT '';
        ALTER TABLE question ADD COLUMN condition_question TEXT NOT NULL DEFAULT '';
        ALTER TABLE question ADD COLUMN condition_options TEXT NOT NULL DEFAULT '';
        CREATE TABLE question_choice (
            pack_entry INTEGER NOT NULL,
            question   TEXT NOT NULL,
            code       TEXT NOT NULL,
            position   INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, question, code)
        );
        """)
}
