import CPQ

/// A result of libpq, freed with this object.
final class PostgreSQLResult {
    private let handle: OpaquePointer
    var status: ExecStatusType { PQresultStatus(handle) }

    init?(owning handle: OpaquePointer?) {
        guard let handle else { return nil }
        self.handle = handle
    }

    /// The next result, such as the mark of a synchronisation.
    convenience init?(readingOneFrom connection: OpaquePointer) {
        self.init(owning: PQgetResult(connection))
    }

    /// All that belongs to one statement; the last part counts, a failure before all.
    convenience init?(readingFrom connection: OpaquePointer) {
        var kept: OpaquePointer?
        while let part = PQgetResult(connection) {
            if let before = kept, PQresultStatus(before) == PGRES_FATAL_ERROR {
                PQclear(part)
            } else {
                kept.map { PQclear($0) }
                kept = part
            }
            if PQstatus(connection) == CONNECTION_BAD { break }
        }
        self.init(owning: kept)
    }

    deinit { PQclear(handle) }

    var isSuccess: Bool { status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK }

    /// Why the statement failed; nil also where it was skipped because one before it failed.
    var failure: PostgreSQLFailure? {
        guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE else { return nil }
        return PostgreSQLFailure(
            code: field(PG_DIAG_SQLSTATE_CODE) ?? "08006", words: field(PG_DIAG_MESSAGE_PRIMARY) ?? "")
    }

    /// The command that was carried out: `COMMIT`, or `ROLLBACK` where a commit was asked in vain.
    var command: String { PQcmdStatus(handle).map { String(cString: $0) } ?? "" }

    /// Rows that an INSERT, UPDATE or DELETE touched.
    var changedRows: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

    var rowCount: Int { Int(PQntuples(handle)) }

    func rows() -> [Row] {
        let columnCount = PQnfields(handle)
        let columns = (0..<columnCount).map { PQfname(handle, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<columnCount).map { PQftype(handle, $0) }
        return (0..<PQntuples(handle)).map { row in
            Row(columns: columns, values: (0..<columnCount).map { value(row, $0, types[Int($0)]) })
        }
    }

    private func value(_ row: Int32, _ column: Int32, _ type: Oid) -> SQLValue {
        guard PQgetisnull(handle, row, column) == 0, let start = PQgetvalue(handle, row, column) else {
            return .null
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        return PostgreSQLValues.value(bytes, type)
    }

    private func field(_ name: Character) -> String? {
        guard let code = name.asciiValue else { return nil }
        return PQresultErrorField(handle, Int32(code)).map { String(cString: $0) }
    }
}

/// Of libpq's codes for the parts of an error; C macros of characters do not reach Swift.
private let PG_DIAG_SQLSTATE_CODE: Character = "C"
private let PG_DIAG_MESSAGE_PRIMARY: Character = "M"
