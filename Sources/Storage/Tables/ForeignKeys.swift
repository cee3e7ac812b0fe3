/// Foreign keys that are checked at the end of a transaction, when all tables are filled.
struct ForeignKeys {
    private let constraints: [(table: String, name: String, definition: String)]

    /// SQLite can wait until the commit; PostgreSQL drops them and makes them again, which checks every row.
    static func suspend(_ connection: any Connection) throws -> ForeignKeys {
        guard connection.engine == .postgresql else {
            try connection.execute("PRAGMA defer_foreign_keys = ON")
            return ForeignKeys(constraints: [])
        }
        let constraints = try connection.query(
            """
            SELECT conrelid::regclass::text AS name_of_table, quote_ident(conname) AS name,
                   pg_get_constraintdef(oid) AS definition
              FROM pg_constraint
             WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
             ORDER BY 1, 2
            """
        ).map { row in
            (
                table: try row.get("name_of_table", as: String.self),
                name: try row.get("name", as: String.self),
                definition: try row.get("definition", as: String.self)
            )
        }
        for constraint in constraints {
            try connection.executeScript("ALTER TABLE \(constraint.table) DROP CONSTRAINT \(constraint.name)")
        }
        return ForeignKeys(constraints: constraints)
    }

    func resume(_ connection: any Connection) throws {
        for constraint in constraints {
            try connection.executeScript(
                """
                ALTER TABLE \(constraint.table)
                  ADD CONSTRAINT \(constraint.name) \(constraint.definition)
                """)
        }
    }
}
