import CPQ
import Foundation

/// One connection in pipeline mode: statements are sent without waiting, results are read at the next
/// synchronisation. Used by one thread at a time.
final class PostgreSQLSession {
    /// What the server owes us, in the order sent.
    private enum Owed {
        case preparation(PreparedKey)
        case result
    }

    private struct PreparedKey: Hashable {
        let sql: String
        let types: [Oid]
    }

    /// The connection is lost or in a state that nobody understands: open another.
    private(set) var isUnusable = false
    /// Statements sent whose results were not read.
    var unread: Int { owed.count }

    private let handle: OpaquePointer
    private var owed: [Owed] = []
    /// Synchronised, but not read: the end of a read transaction.
    private var isSettled = true
    private var prepared: RecentlyUsed<PreparedKey, String>
    private var translations: RecentlyUsed<String, Translation>
    private var nextName = 0

    /// - Throws: `StorageError.unreachable`.
    init(url: String, _ settings: DatabaseSettings) throws {
        handle = try PostgreSQLOpening.open(url, settings)
        prepared = RecentlyUsed(limit: settings.statements)
        translations = RecentlyUsed(limit: settings.statements)
    }

    deinit { PQfinish(handle) }

    /// Reads what is left over, and looks whether the server said goodbye.
    func isReady() -> Bool {
        if !isSettled {
            do { _ = try readAll() } catch { return false }
        }
        guard owed.isEmpty, !isUnusable else { return false }
        return isQuiet()
    }

    /// Sends a statement with its `:name` parameters, prepared the first time.
    func send(_ sql: String, _ parameters: [String: any SQLConvertible]) throws {
        let translation = translation(of: sql)
        let values = try translation.values(parameters)
        let key = PreparedKey(sql: translation.sql, types: values.map(PostgreSQLValues.type))
        let name = try prepared.value(for: key) ?? prepare(key)
        let sent = PostgreSQLValues.withParameters(values.map(\.value)) { parameters in
            PQsendQueryPrepared(
                handle, name, Int32(values.count), parameters.values, parameters.lengths, parameters.formats,
                0)
        }
        try keep(sent, .result)
    }

    /// Sends one statement without parameters, not prepared.
    func send(plain sql: String) throws {
        try keep(PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 0), .result)
    }

    /// Waits for all results.
    ///
    /// - Returns: the last one.
    /// - Throws: the first failure.
    func synchronise() throws -> PostgreSQLResult? {
        try finishSending()
        return try readAll()
    }

    /// Asks for all results, and leaves them to be read before the next use.
    func finishSending() throws {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        isSettled = false
    }

    /// Lets nobody use this connection again.
    func giveUp() { isUnusable = true }

    private func translation(of sql: String) -> Translation {
        if let known = translations.value(for: sql) { return known }
        let translation = Translation(sql, for: .postgresql)
        _ = translations.insert(translation, for: sql)
        return translation
    }

    private func prepare(_ key: PreparedKey) throws -> String {
        nextName += 1
        let name = "s\(nextName)"
        try keep(PQsendPrepare(handle, name, key.sql, Int32(key.types.count), key.types), .preparation(key))
        for forgotten in prepared.insert(name, for: key) { try send(plain: "DEALLOCATE \(forgotten)") }
        return name
    }

    private func keep(_ sent: Int32, _ what: Owed) throws {
        guard sent == 1 else { throw lost() }
        owed.append(what)
    }

    private func readAll() throws -> PostgreSQLResult? {
        var failure: StorageError?
        var last: PostgreSQLResult?
        for (position, what) in owed.enumerated() {
            let result = PostgreSQLResult(readingFrom: handle)
            if let error = result?.failure, failure == nil {
                failure = error.translated
                isUnusable = isUnusable || error.endsSession
            }
            if case .preparation(let key) = what, result?.isSuccess != true { prepared.remove(key) }
            last = result
            // A failure of the last statement alone leaves open whether it was carried out.
            if PQstatus(handle) == CONNECTION_BAD {
                isUnusable = true
                throw position < owed.count - 1 && failure != nil
                    ? PostgreSQLLoss.before(failure ?? .other("PostgreSQL")) : PostgreSQLLoss.uncertain
            }
        }
        owed.removeAll(keepingCapacity: true)
        let sync = PostgreSQLResult(readingOneFrom: handle)
        guard sync?.status == PGRES_PIPELINE_SYNC else { throw lost() }
        isSettled = true
        if let failure { throw failure }
        return last
    }

    private func lost() -> PostgreSQLLoss {
        isUnusable = true
        return .uncertain
    }

    /// Whether there is nothing to read: what an idle server sends is its farewell.
    private func isQuiet() -> Bool {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        return PQstatus(handle) == CONNECTION_OK && poll(&socket, 1, 0) == 0
    }
}
