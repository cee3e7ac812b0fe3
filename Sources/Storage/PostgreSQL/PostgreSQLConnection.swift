/// PostgreSQL inside one transaction, which begins with its first statement.
final class PostgreSQLConnection: Connection {
    enum Purpose: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }

    let engine = Engine.postgresql
    private(set) var statementCount = 0

    /// Results that may wait in libpq's memory before they are read.
    private static let unreadLimit = 1_000
    /// Rows that a stream holds at a time.
    private static let chunk = 1_000

    private let session: PostgreSQLSession
    private let purpose: Purpose
    private var hasBegun = false
    /// Why the transaction can only be undone.
    private var failure: StorageError?

    init(_ session: PostgreSQLSession, _ purpose: Purpose) {
        self.session = session
        self.purpose = purpose
    }

    func query(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> [Row] {
        try send(sql, parameters)
        return try synchronise()?.rows() ?? []
    }

    func stream(
        _ sql: String, _ parameters: [String: any SQLConvertible], _ body: (Row) throws -> Void
    ) throws {
        try send("DECLARE streamed NO SCROLL CURSOR FOR \(sql)", parameters)
        while true {
            try failing { try session.send(plain: "FETCH \(Self.chunk) FROM streamed") }
            guard let result = try synchronise(), result.rowCount > 0 else { break }
            for row in result.rows() { try body(row) }
            if result.rowCount < Self.chunk { break }
        }
        try failing { try session.send(plain: "CLOSE streamed") }
    }

    func execute(_ sql: String, _ parameters: [String: any SQLConvertible]) throws {
        try send(sql, parameters)
        if session.unread >= Self.unreadLimit { _ = try synchronise() }
    }

    func executeCounting(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> Int {
        try send(sql, parameters)
        return try synchronise()?.changedRows ?? 0
    }

    func executeScript(_ sql: String) throws {
        statementCount += 1
        try begin()
        for statement in SQLScript.statements(in: sql) {
            try failing { try session.send(plain: SQLScript.text(of: statement, for: engine)) }
        }
        _ = try synchronise()
    }

    /// - Throws: `StorageError.outcomeUnknown` where the connection broke before the server's answer.
    func commit() throws {
        if let failure { throw failure }
        guard hasBegun else { return }
        do {
            try session.send(plain: "COMMIT")
            guard try session.synchronise()?.command == "COMMIT" else { throw StorageError.conflict }
        } catch PostgreSQLLoss.uncertain {
            throw StorageError.outcomeUnknown
        } catch PostgreSQLLoss.before(let error) {
            throw error
        }
        hasBegun = false
    }

    /// Ends a read transaction without waiting for the server to say so.
    func endReading() throws {
        if let failure { throw failure }
        guard hasBegun else { return }
        try failing {
            if session.unread > 0 { _ = try session.synchronise() }
            try session.send(plain: "COMMIT")
            try session.finishSending()
        }
        hasBegun = false
    }

    /// Undoes everything; where that fails, the connection is given up, and the server undoes it.
    func rollBack() {
        guard hasBegun, !session.isUnusable else { return }
        // What is still awaited may fail; only the state behind it matters.
        do { _ = try session.synchronise() } catch { if session.isUnusable { return } }
        do {
            try session.send(plain: "ROLLBACK")
            _ = try session.synchronise()
        } catch {
            session.giveUp()
        }
    }

    private func begin() throws {
        if let failure { throw failure }
        guard !hasBegun else { return }
        try failing { try session.send(plain: purpose.rawValue) }
        hasBegun = true
        if purpose == .write { try show(.all) }
    }

    /// The settings that policies read; they end with the transaction.
    func show(_ rows: GuardedRows) throws {
        try begin()
        switch rows {
        case .all: try failing { try session.send(plain: "SET LOCAL stocktake.door = 'all'") }
        case .visible(let parameters):
            let names = parameters.keys.sorted()
            let calls = names.map { "set_config('stocktake.\($0)', :\($0), true)" }
            try failing {
                try session.send("SELECT \(calls.joined(separator: ", "))", parameters)
            }
        }
    }

    private func send(_ sql: String, _ parameters: [String: any SQLConvertible]) throws {
        statementCount += 1
        try begin()
        try failing { try session.send(sql, parameters) }
    }

    private func synchronise() throws -> PostgreSQLResult? { try failing(session.synchronise) }

    /// After a loss before the commit, the server undoes everything.
    private func failing<Value>(_ run: () throws -> Value) throws -> Value {
        do {
            return try run()
        } catch let error as StorageError {
            switch error {
            // Found before anything was sent.
            case .parameterMissing, .unstorable: break
            default: failure = error
            }
            throw error
        } catch PostgreSQLLoss.before(let error) {
            failure = error
            throw error
        } catch is PostgreSQLLoss {
            let error = StorageError.unreachable("the connection broke")
            failure = error
            throw error
        }
    }
}
