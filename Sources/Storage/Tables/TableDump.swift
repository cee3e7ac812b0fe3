/// A copy of all tables in a form that either engine can read back: a backup of one restores into the other.
///
/// The line `stocktake-tables-1`, then frames of one letter, four bytes of length and a row of values
/// (`ValueEncoding`): `S` the schema's number · `T` a table's name and columns · `R` one of its rows · `E` the
/// number of rows and the SHA-256 of everything before. Whoever stores it encrypts it.
public enum TableDump {
    static let magic = Array("stocktake-tables-1\n".utf8)
    static let frameLimit = 1 << 30

    /// Writes one consistent snapshot of all tables.
    ///
    /// - Parameters:
    ///   - leftOut: tables that can be made again, such as a search index.
    ///   - sink: takes the bytes piece by piece, some 64 kB each.
    /// - Returns: rows written.
    @discardableResult
    public static func write(
        _ database: any Database, leavingOut leftOut: Set<String> = [],
        to sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        try await database.readAll { connection in
            var writer = FrameWriter(sink: sink)
            try writer.frame("S", [.integer(Int64(try Migrations.number(connection)))])
            var count = 0
            for table in try TableCatalogue.names(connection)
            where table != "schema_migration" && !leftOut.contains(table) {
                let columns = try TableCatalogue.columns(of: table, connection)
                try writer.frame("T", [.text(table)] + columns.map(SQLValue.text))
                let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                try connection.stream("SELECT \(names) FROM \"\(table)\"") { row in
                    try writer.frame("R", row.values)
                    count += 1
                }
            }
            try writer.end(count)
            return count
        }
    }

    /// Replaces everything by what a copy holds, in one transaction.
    ///
    /// - Parameters:
    ///   - migrations: all of the program's; those that the copy does not know are carried out afterwards.
    ///   - kept: tables whose rows stay, and that the copy does not hold.
    ///   - source: gives the bytes piece by piece, nil at the end.
    /// - Returns: rows read.
    /// - Throws: `StorageError.unreadableDump`; `.tooNew` for a copy of a newer program. Nothing was changed then.
    @discardableResult
    public static func read(
        into database: any Database, _ migrations: [Migration], keeping kept: Set<String> = [],
        from source: @escaping @Sendable () throws -> [UInt8]?
    ) async throws -> Int {
        let reader = FrameReader(source: source)
        let number = try reader.schemaNumber()
        guard number <= migrations.count else {
            throw StorageError.tooNew(found: number, known: migrations.count)
        }
        try await Migrations.migrate(database, Array(migrations.prefix(number)))
        let count = try await database.write { connection in
            let constraints = try ForeignKeys.suspend(connection)
            for table in try TableCatalogue.names(connection)
            where table != "schema_migration" && !kept.contains(table) {
                try connection.execute("DELETE FROM \"\(table)\"")
            }
            let count = try TableLoading.load(reader, connection)
            try constraints.resume(connection)
            return count
        }
        try await Migrations.migrate(database, migrations)
        return count
    }
}
