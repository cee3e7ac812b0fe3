import Storage

extension Migration {
    /// What a file that waits is by its content, and the files whose bytes are to go. Those that waited before were
    /// kept by person and are not found any more; whoever sent them sends them again.
    static let evidenceFiles = Migration(
        16, "evidence files",
        """
        DELETE FROM staged_file;
        ALTER TABLE staged_file ADD COLUMN format TEXT NOT NULL DEFAULT '';
        DROP INDEX staged_file_by_person;
        CREATE INDEX staged_file_by_time ON staged_file (staged_at);
        CREATE TABLE file_to_go (
            id     TEXT NOT NULL PRIMARY KEY,
            sha256 TEXT NOT NULL
        );
        """)
}
