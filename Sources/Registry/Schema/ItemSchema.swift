import Storage

extension Migration {
    /// Items: whatever arises in a room and may be sent, one row for each version.
    ///
    /// A version stands in a room from one entry until another; beyond the Committee it is open between two hours,
    /// in microseconds since 1970, as `Disclosure` computes them from openings, withholdings and derivations.
    static let items = Migration(
        11, "items",
        """
        CREATE TABLE item (
            id                TEXT NOT NULL,
            entered_by        INTEGER NOT NULL,
            type              TEXT NOT NULL,
            -- where it arose: directorate, state, committee; empty: a team's
            room              TEXT NOT NULL,
            state             TEXT NOT NULL,
            assessment_id     TEXT NOT NULL,
            -- the object that it belongs to; empty where there is none. The next four likewise
            parent_id         TEXT NOT NULL,
            theme             TEXT NOT NULL,
            requirement       TEXT NOT NULL,
            question          TEXT NOT NULL,
            -- identifier of the person; empty for the clock
            author            TEXT NOT NULL,
            -- a code of a scale, a stage, a status
            value             TEXT,
            -- wording per language; NULL: erased or none
            body              TEXT,
            -- the entry that brought the wording, which later versions may carry on
            body_by           INTEGER NOT NULL,
            -- a second wording: a reason, an addressee, what is quoted; the next likewise
            note              TEXT,
            note_by           INTEGER NOT NULL,
            -- what else the type has, codes and dates alone, as canonical JSON
            detail            TEXT,
            -- NULL: it never stood there
            directorate_from  INTEGER,
            directorate_until INTEGER NOT NULL DEFAULT 2147483647,
            state_from        INTEGER,
            state_until       INTEGER NOT NULL DEFAULT 2147483647,
            committee_from    INTEGER,
            committee_until   INTEGER NOT NULL DEFAULT 2147483647,
            un_system_opens   INTEGER NOT NULL DEFAULT 9223372036854775807,
            un_system_shuts   INTEGER NOT NULL DEFAULT 9223372036854775807,
            states_opens      INTEGER NOT NULL DEFAULT 9223372036854775807,
            states_shuts      INTEGER NOT NULL DEFAULT 9223372036854775807,
            researchers_opens INTEGER NOT NULL DEFAULT 9223372036854775807,
            researchers_shuts INTEGER NOT NULL DEFAULT 9223372036854775807,
            public_opens      INTEGER NOT NULL DEFAULT 9223372036854775807,
            public_shuts      INTEGER NOT NULL DEFAULT 9223372036854775807,
            -- step of the ladder from which outwards it is withheld; 9: it is not
            withheld_from     INTEGER NOT NULL DEFAULT 9,
            PRIMARY KEY (id, entered_by),
            -- raw answers and ratings stay with the Directorate and the State
            CHECK (committee_from IS NULL OR type NOT IN ('answer', 'rating'))
        );
        CREATE INDEX item_by_type ON item (type, state);
        CREATE INDEX item_with_state ON item (type, state)
            WHERE state_from IS NOT NULL AND state_until = 2147483647;
        CREATE INDEX item_with_directorate ON item (type, state)
            WHERE directorate_from IS NOT NULL AND directorate_until = 2147483647;
        CREATE INDEX item_with_committee ON item (type, state)
            WHERE committee_from IS NOT NULL AND committee_until = 2147483647;
        CREATE INDEX item_open_to_un_system ON item (
            type, un_system_opens, un_system_shuts, withheld_from, state, id)
            WHERE committee_from IS NOT NULL AND committee_until = 2147483647;
        CREATE INDEX item_open_to_states ON item (
            type, states_opens, states_shuts, withheld_from, state, id)
            WHERE committee_from IS NOT NULL AND committee_until = 2147483647;
        CREATE INDEX item_open_to_researchers ON item (
            type, researchers_opens, researchers_shuts, withheld_from, state, id)
            WHERE committee_from IS NOT NULL AND committee_until = 2147483647;
        CREATE INDEX item_open_to_public ON item (
            type, public_opens, public_shuts, withheld_from, state, id)
            WHERE committee_from IS NOT NULL AND committee_until = 2147483647;
        CREATE INDEX item_by_assessment ON item (assessment_id, type);
        CREATE INDEX item_by_parent ON item (parent_id, type);
        CREATE TABLE derivation (
            source_id  TEXT NOT NULL,
            derived_id TEXT NOT NULL,
            -- rests-on, quotes, parent
            kind       TEXT NOT NULL,
            entered_by INTEGER NOT NULL,
            PRIMARY KEY (source_id, derived_id)
        );
        CREATE INDEX derivation_by_derived ON derivation (derived_id, source_id);
        CREATE TABLE opening (
            id           TEXT NOT NULL,
            item_id      TEXT NOT NULL,
            -- the version that it opens, by its entry
            version      INTEGER NOT NULL,
            state        TEXT NOT NULL,
            rung         INTEGER NOT NULL,
            opens_at     INTEGER NOT NULL,
            shuts_at     INTEGER NOT NULL,
            -- agreement, notice, consultation, own
            ground       TEXT NOT NULL,
            -- NULL: no consultation of the Committee was needed. So is the next
            consulted_on TEXT,
            reference    TEXT,
            entered_by   INTEGER NOT NULL,
            -- NULL: not ended
            ended_by     INTEGER,
            PRIMARY KEY (id, item_id, version)
        );
        CREATE INDEX opening_by_item ON opening (item_id);
        CREATE TABLE withholding (
            id         TEXT NOT NULL PRIMARY KEY,
            item_id    TEXT NOT NULL,
            state      TEXT NOT NULL,
            -- step of the ladder from which outwards
            from_rung  INTEGER NOT NULL,
            -- NULL: erased, or none given
            reason     TEXT,
            entered_by INTEGER NOT NULL,
            -- NULL: stands
            lifted_by  INTEGER
        );
        CREATE INDEX withholding_by_item ON withholding (item_id);
        CREATE TABLE named_grant (
            id         TEXT NOT NULL PRIMARY KEY,
            -- an item; for a case team, the assessment
            scope      TEXT NOT NULL,
            state      TEXT NOT NULL,
            -- person:ID, state:CODE, entity:CODE
            grantee    TEXT NOT NULL,
            -- which version: the Committee's, or the one with the State
            room       TEXT NOT NULL,
            opens_at   INTEGER NOT NULL,
            shuts_at   INTEGER NOT NULL,
            entered_by INTEGER NOT NULL
        );
        CREATE INDEX named_grant_by_grantee ON named_grant (grantee, room, scope, opens_at, shuts_at);
        CREATE INDEX named_grant_by_scope ON named_grant (scope);
        CREATE TABLE exclusion (
            person_id     TEXT NOT NULL,
            assessment_id TEXT NOT NULL,
            -- file: a conflict of interest; ratings: a second reader's blindness
            kind          TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            PRIMARY KEY (person_id, kind, assessment_id)
        );
        CREATE TABLE reading (
            person_id     TEXT NOT NULL,
            assessment_id TEXT NOT NULL,
            requirement   TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            PRIMARY KEY (person_id, assessment_id, requirement)
        );
        CREATE TABLE handing (
            assessment_id TEXT NOT NULL,
            question      TEXT NOT NULL,
            person_id     TEXT NOT NULL,
            state         TEXT NOT NULL,
            entered_by    INTEGER NOT NULL,
            -- NULL: in hand
            ended_by      INTEGER,
            PRIMARY KEY (person_id, assessment_id, question, entered_by)
        );
        CREATE TABLE team_member (
            consultation_id TEXT NOT NULL,
            person_id       TEXT NOT NULL,
            entered_by      INTEGER NOT NULL,
            -- NULL: still of the team
            ended_by        INTEGER,
            PRIMARY KEY (person_id, consultation_id, entered_by)
        );
        ALTER TABLE entry ADD COLUMN directorate INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE entry ADD COLUMN committee INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE entry ADD COLUMN state TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN assessment_id TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN item_type TEXT NOT NULL DEFAULT '';
        """)
}
