import CPQ
import Foundation

/// Opens a connection and sets it up.
enum PostgreSQLOpening {
    /// - Throws: `StorageError.unreachable`.
    static func open(_ url: String, _ settings: DatabaseSettings) throws -> OpaquePointer {
        guard let handle = connect(url) else { throw StorageError.unreachable("out of memory") }
        do {
            guard PQstatus(handle) == CONNECTION_OK else { throw unreachable(handle) }
            let quiet: PQnoticeProcessor = { _, _ in }
            PQsetNoticeProcessor(handle, quiet, nil)
            guard parameter("server_encoding", handle) == "UTF8" else {
                throw StorageError.unreachable("the database is not in UTF8: create it so")
            }
            let milliseconds = settings.statementSeconds * 1_000
            let setUp = PostgreSQLResult(
                owning: PQexec(
                    handle,
                    """
                    SET statement_timeout = \(milliseconds);
                    SET idle_in_transaction_session_timeout = \(milliseconds);
                    SET lock_timeout = \(settings.patienceSeconds * 1_000);
                    SET bytea_output = 'hex'
                    """))
            guard setUp?.isSuccess == true, PQenterPipelineMode(handle) == 1 else {
                throw unreachable(handle)
            }
            return handle
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    /// Settings come before the URL, which may override them; a server that only reads is passed over.
    private static func connect(_ url: String) -> OpaquePointer? {
        let settings = [
            ("application_name", "stocktake"), ("client_encoding", "UTF8"), ("connect_timeout", "5"),
            ("target_session_attrs", "read-write"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "20000"), ("dbname", url),
        ]
        let keys = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { (keys + values).forEach { free($0) } }
        return PQconnectdbParams(
            keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    private static func parameter(_ name: String, _ handle: OpaquePointer) -> String? {
        PQparameterStatus(handle, name).map { String(cString: $0) }
    }

    /// libpq's words name hosts and users, never a password.
    private static func unreachable(_ handle: OpaquePointer) -> StorageError {
        let words = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        return .unreachable(words.split(whereSeparator: \.isNewline).joined(separator: "; "))
    }
}
