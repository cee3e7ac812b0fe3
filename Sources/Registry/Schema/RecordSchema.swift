import Storage

extension Migration {
    /// The record: leaves, openings, tree nodes, checkpoints, packs by hash. See docs/record-format.md.
    static let record = Migration(
        1, "record",
        """
        CREATE TABLE record_entry (
            entry_index INTEGER NOT NULL PRIMARY KEY,
            id          TEXT NOT NULL UNIQUE,
            at          TEXT NOT NULL,
            pack        TEXT NOT NULL,
            envelope    BLOB NOT NULL,
            leaf_hash   BLOB NOT NULL
        );
        CREATE TABLE record_opening (
            entry_index INTEGER NOT NULL REFERENCES record_entry (entry_index),
            part        TEXT NOT NULL,
            salt        BLOB,
            payload     BLOB,
            PRIMARY KEY (entry_index, part)
        );
        CREATE TABLE record_node (
            level    INTEGER NOT NULL,
            position INTEGER NOT NULL,
            hash     BLOB NOT NULL,
            PRIMARY KEY (level, position)
        );
        CREATE TABLE record_head (
            id       INTEGER NOT NULL PRIMARY KEY,
            size     INTEGER NOT NULL,
            root     BLOB NOT NULL,
            frontier BLOB NOT NULL,
            at       TEXT NOT NULL
        );
        CREATE TABLE record_checkpoint (
            size INTEGER NOT NULL PRIMARY KEY,
            root BLOB NOT NULL,
            note TEXT NOT NULL,
            at   TEXT NOT NULL
        );
        CREATE TABLE pack_version (
            hash       TEXT NOT NULL PRIMARY KEY,
            name       TEXT NOT NULL,
            version    TEXT NOT NULL,
            adopted_by INTEGER NOT NULL
        );
        CREATE TABLE pack_file (
            pack_hash TEXT NOT NULL,
            path      TEXT NOT NULL,
            sha256    TEXT NOT NULL,
            bytes     BLOB NOT NULL,
            PRIMARY KEY (pack_hash, path)
        );
        """)
}
