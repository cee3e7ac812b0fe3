import Storage

extension Migration {
    /// What the record's entries are about, for history and for search by person; derived from the openings.
    static let entries = Migration(
        2, "entries",
        """
        CREATE TABLE entry (
            entry_index    INTEGER NOT NULL PRIMARY KEY,
            id             TEXT NOT NULL,
            at             TEXT NOT NULL,
            kind           TEXT NOT NULL,
            person_id      TEXT NOT NULL,
            capacity       TEXT NOT NULL,
            about          TEXT NOT NULL,
            via            TEXT NOT NULL,
            about_accounts INTEGER NOT NULL
        );
        CREATE INDEX entry_by_person ON entry (person_id, entry_index);
        CREATE INDEX entry_by_id ON entry (id);
        CREATE INDEX entry_by_time ON entry (at);
        CREATE TABLE entry_object (
            entry_index INTEGER NOT NULL,
            object_type TEXT NOT NULL,
            object_id   TEXT NOT NULL,
            PRIMARY KEY (object_type, object_id, entry_index)
        );
        CREATE INDEX entry_object_by_entry ON entry_object (entry_index);
        CREATE TABLE erasure (
            id          TEXT NOT NULL PRIMARY KEY,
            entry_index INTEGER NOT NULL,
            -- NULL: erased itself
            reason      TEXT,
            proposed_by INTEGER NOT NULL,
            -- NULL: waits for the second person
            erased_by   INTEGER
        );
        """)
}
