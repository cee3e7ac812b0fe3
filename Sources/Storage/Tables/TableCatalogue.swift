/// What the engine's own catalogue says about tables.
enum TableCatalogue {
    /// Names of all ordinary tables, in byte order; none of those that a full-text index keeps for itself.
    static func names(_ connection: any Connection) throws -> [String] {
        let sql =
            switch connection.engine {
            case .sqlite:
                """
                SELECT name FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name
                """
            case .postgresql:
                """
                SELECT relname::text AS name FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                 ORDER BY relname::text COLLATE "C"
                """
            }
        return try connection.query(sql).map { try $0.get("name") }
    }

    /// Names of a table's columns in the order of its definition; empty where there is no such table.
    static func columns(of table: String, _ connection: any Connection) throws -> [String] {
        let sql =
            switch connection.engine {
            case .sqlite: "SELECT name FROM pragma_table_info(:name) ORDER BY cid"
            case .postgresql:
                """
                SELECT attname::text AS name FROM pg_attribute
                 WHERE attrelid = to_regclass(:name) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """
            }
        // Quoted for to_regclass, which would fold the case.
        let name = connection.engine == .sqlite ? table : "\"\(table)\""
        return try connection.query(sql, ["name": name]).map { try $0.get("name") }
    }
}
