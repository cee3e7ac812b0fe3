import Foundation
import GRDB

/// SQLite inside one transaction.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private(set) var statementCount = 0
    private let database: GRDB.Database
    /// Why the transaction can only be undone. SQLite could go on after a failed statement; PostgreSQL cannot.
    private(set) var failure: (any Error)?

    init(_ database: GRDB.Database) { self.database = database }

    func show(_ rows: GuardedRows) throws {}

    func query(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> [Row] {
        var rows: [Row] = []
        try stream(sql, parameters) { rows.append($0) }
        return rows
    }

    func stream(
        _ sql: String, _ parameters: [String: any SQLConvertible], _ body: (Row) throws -> Void
    ) throws {
        let statement = try bound(sql, parameters)
        let columns = statement.columnNames
        let cursor = try translated { try GRDB.Row.fetchCursor(statement) }
        while let row = try translated(cursor.next) {
            try body(Row(columns: columns, values: row.databaseValues.map(Self.value)))
        }
    }

    func execute(_ sql: String, _ parameters: [String: any SQLConvertible]) throws {
        let statement = try bound(sql, parameters)
        try translated { try statement.execute() }
    }

    func executeCounting(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> Int {
        let before = database.totalChangesCount
        try execute(sql, parameters)
        return database.totalChangesCount - before
    }

    func executeScript(_ sql: String) throws {
        statementCount += 1
        try translated { try database.execute(sql: sql) }
    }

    private func bound(_ sql: String, _ parameters: [String: any SQLConvertible]) throws -> Statement {
        statementCount += 1
        let translation = SQLiteTranslations.translation(of: sql)
        let values = try translation.values(parameters)
        return try translated {
            let statement = try database.cachedStatement(sql: translation.sql)
            statement.setUncheckedArguments(StatementArguments(values.map { Self.bindable($0.value) }))
            return statement
        }
    }

    private func translated<Value>(_ run: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try run()
        } catch {
            let error = SQLiteErrors.translated(error)
            failure = error
            throw error
        }
    }

    private static func bindable(_ value: SQLValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        }
    }
}
