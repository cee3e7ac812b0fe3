/// One row of a result.
public struct Row: Sendable {
    /// Names in the order of the statement; all rows of a result share them.
    public let columns: [String]
    /// One value for each column.
    public let values: [SQLValue]

    /// The value of the first column of that name; nil where there is no such column.
    public subscript(name: String) -> SQLValue? {
        columns.firstIndex(of: name).map { values[$0] }
    }

    /// The value of a column.
    ///
    /// - Throws: `StorageError.mismatch` where there is no such column or it holds another type.
    public func get<Value: SQLConvertible>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        guard let value = self[name] else { throw StorageError.mismatch("no column \(name)") }
        do {
            return try Value(sqlValue: value)
        } catch StorageError.mismatch(let wanted) {
            throw StorageError.mismatch("\(name): \(wanted)")
        }
    }

    /// The value of a column that may be NULL.
    ///
    /// - Throws: `StorageError.mismatch` where there is no such column or it holds another type.
    public func optional<Value: SQLConvertible>(
        _ name: String, as type: Value.Type = Value.self
    ) throws -> Value? {
        try get(name, as: Value?.self)
    }
}
