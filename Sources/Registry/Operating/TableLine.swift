import Foundation
import Record
import Storage

/// One row of any table as a line of JSON: its columns by name, and the table's name as `table`.
enum TableLine {
    static func bytes(_ table: String, _ row: Row) -> [UInt8] {
        var members: [String: JSONValue] = ["table": .string(table)]
        for (column, value) in zip(row.columns, row.values) {
            switch value {
            case .null: members[column] = .null
            case .integer(let number): members[column] = .integer(number)
            case .real(let number): members[column] = .number(number)
            case .text(let text): members[column] = .string(text)
            case .blob(let bytes): members[column] = .string(Data(bytes).base64EncodedString())
            }
        }
        return JSONValue.object(members).canonicalBytes + [0x0A]
    }
}
