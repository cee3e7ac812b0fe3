import Storage

extension Migration {
    /// What the adopted packs bring, so that readers can join and sort by it. Rows belong to the adopting entry.
    static let pack = Migration(
        3, "pack",
        """
        CREATE TABLE pack_in_force (
            since_entry INTEGER NOT NULL PRIMARY KEY,
            -- NULL: in force
            until_entry INTEGER,
            pack_hash   TEXT NOT NULL,
            name        TEXT NOT NULL,
            version     TEXT NOT NULL
        );
        CREATE TABLE pack_name (
            pack_entry INTEGER NOT NULL,
            kind       TEXT NOT NULL,
            code       TEXT NOT NULL,
            language   TEXT NOT NULL,
            name       TEXT NOT NULL,
            sort_key   TEXT NOT NULL,
            -- NULL: the usage of the United Nations, as far as known
            source     TEXT,
            PRIMARY KEY (pack_entry, kind, code, language)
        );
        CREATE TABLE theme (
            pack_entry    INTEGER NOT NULL,
            code          TEXT NOT NULL,
            position      INTEGER NOT NULL,
            cross_cutting INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE TABLE requirement (
            pack_entry INTEGER NOT NULL,
            code       TEXT NOT NULL,
            theme      TEXT NOT NULL,
            position   INTEGER NOT NULL,
            certainty  TEXT NOT NULL,
            force      TEXT NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE TABLE requirement_paragraph (
            pack_entry  INTEGER NOT NULL,
            requirement TEXT NOT NULL,
            position    INTEGER NOT NULL,
            paragraph   TEXT NOT NULL,
            uncertain   INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, requirement, position)
        );
        CREATE INDEX requirement_by_paragraph ON requirement_paragraph (pack_entry, paragraph);
        CREATE TABLE state (
            pack_entry INTEGER NOT NULL,
            code       TEXT NOT NULL,
            m49        TEXT NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE TABLE region (
            pack_entry INTEGER NOT NULL,
            code       TEXT NOT NULL,
            kind       TEXT NOT NULL,
            position   INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        CREATE TABLE region_member (
            pack_entry INTEGER NOT NULL,
            region     TEXT NOT NULL,
            state      TEXT NOT NULL,
            uncertain  INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, region, state)
        );
        CREATE TABLE entity (
            pack_entry INTEGER NOT NULL,
            code       TEXT NOT NULL,
            un_system  INTEGER NOT NULL,
            compact    INTEGER NOT NULL,
            PRIMARY KEY (pack_entry, code)
        );
        """)
}
