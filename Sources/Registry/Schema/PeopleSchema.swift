import Storage

extension Migration {
    /// Accounts and capacities (derived), and what lets people in (operational).
    static let people = Migration(
        6, "people",
        """
        CREATE TABLE person_version (
            person_id   TEXT NOT NULL,
            -- both NULL where erased
            name        TEXT,
            email       TEXT,
            language    TEXT NOT NULL,
            entered_by  INTEGER NOT NULL,
            -- NULL: current
            until_entry INTEGER,
            PRIMARY KEY (person_id, entered_by)
        );
        CREATE INDEX person_by_email ON person_version (email);
        CREATE TABLE capacity_grant (
            id           TEXT NOT NULL PRIMARY KEY,
            person_id    TEXT NOT NULL,
            capacity     TEXT NOT NULL,
            about        TEXT NOT NULL,
            granted_by   INTEGER NOT NULL,
            -- NULL: waits to be confirmed
            confirmed_by INTEGER,
            -- NULL: held
            ended_by     INTEGER,
            -- NULL: erased, or not ended
            end_reason   TEXT
        );
        CREATE INDEX capacity_grant_by_person ON capacity_grant (person_id);
        CREATE INDEX capacity_grant_by_about ON capacity_grant (about);
        CREATE TABLE credential (
            person_id     TEXT NOT NULL PRIMARY KEY,
            password_hash TEXT NOT NULL,
            changed_at    TEXT NOT NULL
        );
        CREATE TABLE session (
            token_hash  BLOB NOT NULL PRIMARY KEY,
            id          TEXT NOT NULL,
            person_id   TEXT NOT NULL,
            grant_id    TEXT NOT NULL,
            created_at  TEXT NOT NULL,
            seen_at     TEXT NOT NULL,
            rotated_at  TEXT NOT NULL,
            -- the token before the last rotation, honoured for a short while; NULL before the first
            former_hash BLOB,
            user_agent  TEXT NOT NULL
        );
        CREATE INDEX session_by_person ON session (person_id);
        CREATE INDEX session_by_grant ON session (grant_id);
        CREATE INDEX session_by_former ON session (former_hash);
        CREATE TABLE api_token (
            token_hash BLOB NOT NULL PRIMARY KEY,
            id         TEXT NOT NULL,
            person_id  TEXT NOT NULL,
            grant_id   TEXT NOT NULL,
            label      TEXT NOT NULL,
            created_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            -- NULL: never used
            used_at    TEXT
        );
        CREATE INDEX api_token_by_person ON api_token (person_id);
        CREATE INDEX api_token_by_grant ON api_token (grant_id);
        CREATE TABLE feed (
            token_hash BLOB NOT NULL PRIMARY KEY,
            id         TEXT NOT NULL,
            person_id  TEXT NOT NULL,
            grant_id   TEXT NOT NULL,
            created_at TEXT NOT NULL
        );
        CREATE INDEX feed_by_person ON feed (person_id);
        CREATE INDEX feed_by_grant ON feed (grant_id);
        CREATE TABLE invitation (
            token_hash BLOB NOT NULL PRIMARY KEY,
            person_id  TEXT NOT NULL,
            purpose    TEXT NOT NULL,
            expires_at TEXT NOT NULL
        );
        CREATE INDEX invitation_by_person ON invitation (person_id);
        CREATE TABLE sign_in_attempt (
            subject TEXT NOT NULL,
            at      TEXT NOT NULL
        );
        CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, at);
        CREATE TABLE draft (
            person_id TEXT NOT NULL,
            place     TEXT NOT NULL,
            fields    TEXT NOT NULL,
            saved_at  TEXT NOT NULL,
            PRIMARY KEY (person_id, place)
        );
        CREATE TABLE idempotency (
            holder    TEXT NOT NULL,
            key       TEXT NOT NULL,
            body_hash BLOB NOT NULL,
            -- the answer holds the receipt, and that the fields: an erasure takes both
            entry_id  TEXT NOT NULL,
            answer    TEXT NOT NULL,
            at        TEXT NOT NULL,
            PRIMARY KEY (holder, key)
        );
        CREATE TABLE staged_file (
            id        TEXT NOT NULL PRIMARY KEY,
            person_id TEXT NOT NULL,
            name      TEXT NOT NULL,
            sha256    TEXT NOT NULL,
            size      INTEGER NOT NULL,
            staged_at TEXT NOT NULL
        );
        CREATE TABLE setting (
            name  TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        );
        """)
}

extension Migration {
    /// When people last looked at a page.
    static let looks = Migration(
        13, "looks",
        """
        CREATE TABLE look (
            person_id TEXT NOT NULL,
            place     TEXT NOT NULL,
            -- end of the look before the last
            since     TEXT NOT NULL,
            last      TEXT NOT NULL,
            PRIMARY KEY (person_id, place)
        );
        """)

    /// A file that waits belongs to the capacity in which it came. Those from before belong to none, and go in a day.
    static let stagedCapacity = Migration(
        14, "staged capacity",
        """
        ALTER TABLE staged_file ADD COLUMN grant_id TEXT NOT NULL DEFAULT '';
        CREATE INDEX staged_file_by_person ON staged_file (person_id, sha256);
        """)
}
