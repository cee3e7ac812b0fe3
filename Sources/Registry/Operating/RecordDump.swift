import Record
import Storage

/// Writes the record's tables as JSON Lines; see docs/record-format.md, "The tables".
public struct RecordDump: Sendable {
    private let registry: Registry

    public init(_ registry: Registry) { self.registry = registry }

    /// - Parameter write: takes whole lines.
    /// - Throws: `StorageError`; what `write` throws.
    public func write(_ write: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
        try await registry.database.readAll { connection in
            for table in Schema.record {
                try connection.stream("SELECT * FROM \(table)") { row in
                    try write(TableLine.bytes(table, row))
                }
            }
        }
    }
}
