import Storage

/// Writes the derived tables, for `apply` alone.
public struct Tables {
    let connection: any Connection
    /// The files of an adopted pack.
    let packFiles: (String) throws -> [(path: String, bytes: [UInt8])]

    /// One statement; see `Connection.execute`.
    public func execute(_ sql: String, _ parameters: [String: any SQLConvertible]) throws {
        try connection.execute(sql, parameters)
    }
}
