/// Fills empty tables from a copy.
enum TableLoading {
    /// - Returns: rows loaded.
    /// - Throws: `StorageError.unreadableDump` where the copy is not whole or names other tables.
    static func load(_ reader: FrameReader, _ connection: any Connection) throws -> Int {
        let known = Set(try TableCatalogue.names(connection))
        var insert = ""
        var names: [String] = []
        var count = 0
        while true {
            switch try reader.next() {
            case .table(let table, let columns):
                guard known.contains(table),
                    try TableCatalogue.columns(of: table, connection) == columns
                else { throw StorageError.unreadableDump("the table \(table) is not of this schema") }
                names = columns.indices.map { "c\($0)" }
                let quoted = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                let places = names.map { ":\($0)" }.joined(separator: ", ")
                insert = "INSERT INTO \"\(table)\" (\(quoted)) VALUES (\(places))"
            case .row(let values):
                guard values.count == names.count, !insert.isEmpty else {
                    throw StorageError.unreadableDump("a row does not fit its table")
                }
                try connection.execute(insert, Dictionary(uniqueKeysWithValues: zip(names, values)))
                count += 1
            case .end(let rows):
                guard rows == count else { throw StorageError.unreadableDump("rows are missing") }
                return count
            }
        }
    }
}
