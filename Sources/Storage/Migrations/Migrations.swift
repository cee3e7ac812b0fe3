/// Brings a database to the program's schema, forward only.
public enum Migrations {
    /// Carries out what is missing, each step in a transaction of its own; safe while other nodes do the same.
    ///
    /// - Throws: `StorageError.tooNew` for a database of a newer program, `.editedMigration` where a step that
    ///   was carried out has another text now. An interrupted step leaves the schema before it whole.
    public static func migrate(_ database: any Database, _ migrations: [Migration]) async throws {
        for (position, migration) in migrations.enumerated() {
            precondition(migration.number == position + 1, "migrations are numbered from 1 without a gap")
        }
        try await database.write { connection in
            try lock(connection)
            try connection.executeScript(SchemaText.prepared(table, for: connection.engine))
            try check(connection, migrations)
        }
        for migration in migrations {
            try await database.write { connection in
                try lock(connection)
                guard try number(connection) < migration.number else { return }
                try connection.executeScript(
                    SchemaText.prepared(migration.sql(for: connection.engine), for: connection.engine))
                try connection.execute(
                    "INSERT INTO schema_migration (number, name, sha256) VALUES (:number, :name, :sha256)",
                    ["number": migration.number, "name": migration.name, "sha256": migration.digest])
            }
        }
    }

    /// The number of the last step that was carried out; 0 in an empty database.
    public static func number(_ connection: any Connection) throws -> Int {
        guard try TableCatalogue.names(connection).contains("schema_migration") else { return 0 }
        return try connection.query("SELECT coalesce(max(number), 0) AS number FROM schema_migration")
            .first?.get("number") ?? 0
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER NOT NULL PRIMARY KEY,
            name   TEXT NOT NULL,
            sha256 TEXT NOT NULL
        );
        """

    /// One node at a time; SQLite's write transactions exclude each other anyway.
    private static func lock(_ connection: any Connection) throws {
        guard connection.engine == .postgresql else { return }
        // Another node's migration, and this one, may take longer than any statement otherwise may.
        try connection.executeScript("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
        _ = try connection.query("SELECT pg_advisory_xact_lock(7306340612)")
    }

    private static func check(_ connection: any Connection, _ migrations: [Migration]) throws {
        let rows = try connection.query("SELECT number, sha256 FROM schema_migration ORDER BY number")
        for row in rows {
            let number: Int = try row.get("number")
            guard number <= migrations.count else {
                let found: Int = try rows.last?.get("number") ?? number
                throw StorageError.tooNew(found: found, known: migrations.count)
            }
            guard try row.get("sha256") == migrations[number - 1].digest else {
                throw StorageError.editedMigration(number: number)
            }
        }
    }
}
