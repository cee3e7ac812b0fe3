import Storage

extension Migration {
    /// The register of duties. A version stands for the Directorate from its entry on, and for the Committee
    /// from the entry that confirmed it on.
    static let duties = Migration(
        5, "duties",
        """
        CREATE TABLE duty (
            id         TEXT NOT NULL PRIMARY KEY,
            entered_by INTEGER NOT NULL
        );
        CREATE TABLE duty_version (
            duty_id         TEXT NOT NULL REFERENCES duty (id),
            resolution_id   TEXT NOT NULL REFERENCES resolution (id),
            paragraph_id    TEXT NOT NULL REFERENCES paragraph (id),
            stage           TEXT NOT NULL,
            -- these five: NULL where erased
            addressee       TEXT,
            verb            TEXT,
            what            TEXT,
            limit_text      TEXT,
            -- why it was corrected
            reason          TEXT,
            limit_kind      TEXT NOT NULL,
            normalised      TEXT NOT NULL,
            entered_by      INTEGER NOT NULL,
            -- NULL: current for the Directorate
            until_entry     INTEGER,
            -- NULL: not confirmed
            confirmed_by    INTEGER,
            -- NULL: current for the Committee, if confirmed
            confirmed_until INTEGER,
            PRIMARY KEY (duty_id, entered_by)
        );
        CREATE INDEX duty_version_by_paragraph ON duty_version (paragraph_id);
        CREATE INDEX duty_version_current ON duty_version (until_entry, duty_id);
        CREATE TABLE duty_withdrawal (
            duty_id    TEXT NOT NULL PRIMARY KEY REFERENCES duty (id),
            -- NULL: erased
            reason     TEXT,
            entered_by INTEGER NOT NULL
        );
        CREATE TABLE duty_event (
            id          TEXT NOT NULL PRIMARY KEY,
            duty_id     TEXT NOT NULL REFERENCES duty (id),
            occurred_on TEXT NOT NULL,
            -- NULL: erased
            about       TEXT,
            entered_by  INTEGER NOT NULL
        );
        CREATE INDEX duty_event_by_duty ON duty_event (duty_id);
        CREATE TABLE document (
            id         TEXT NOT NULL PRIMARY KEY,
            -- NULL: erased
            title      TEXT,
            symbol     TEXT NOT NULL,
            kind       TEXT NOT NULL,
            issued_on  TEXT NOT NULL,
            entered_by INTEGER NOT NULL
        );
        CREATE TABLE meeting (
            id         TEXT NOT NULL PRIMARY KEY,
            -- NULL: erased
            title      TEXT,
            kind       TEXT NOT NULL,
            held_on    TEXT NOT NULL,
            entered_by INTEGER NOT NULL
        );
        CREATE TABLE duty_fulfilment (
            id           TEXT NOT NULL PRIMARY KEY,
            duty_id      TEXT NOT NULL REFERENCES duty (id),
            -- the due date that it answers; empty where the duty has none
            due_on       TEXT NOT NULL,
            fulfilled_on TEXT NOT NULL,
            -- one of the two is there
            document_id  TEXT REFERENCES document (id),
            meeting_id   TEXT REFERENCES meeting (id),
            entered_by   INTEGER NOT NULL
        );
        CREATE INDEX duty_fulfilment_by_duty ON duty_fulfilment (duty_id);
        CREATE TABLE succession (
            id         TEXT NOT NULL PRIMARY KEY,
            kind       TEXT NOT NULL,
            earlier_id TEXT NOT NULL REFERENCES resolution (id),
            later_id   TEXT NOT NULL REFERENCES resolution (id),
            -- NULL: the whole resolution
            duty_id    TEXT REFERENCES duty (id),
            from_on    TEXT NOT NULL,
            -- NULL: without an end
            until_on   TEXT,
            -- NULL: erased
            source     TEXT,
            reason     TEXT,
            entered_by INTEGER NOT NULL
        );
        """)
}
