import Exchange
import Record
import Words

/// One thing that is wrong with what was sent, and where.
struct ProblemFault: Sendable {
    let field: String
    let message: String
    /// Of a spreadsheet: the sheet, the row from 1, and the cell as in `E14`.
    var sheet: String?
    var row: Int?
    var cell: String?

    var json: JSONValue {
        var fields: [String: JSONValue] = ["field": .string(field), "message": .string(message)]
        if let sheet { fields["sheet"] = .string(sheet) }
        if let row { fields["row"] = .integer(Int64(row)) }
        if let cell { fields["cell"] = .string(cell) }
        return .object(fields)
    }
}

extension SheetFault {
    /// As pages and programs are told it; the field is the cell, as in `Questions!E14`.
    func told(_ words: Words) -> ProblemFault {
        let text = words.refusal(code, values)
        return ProblemFault(
            field: place ?? words("sheet.whole-file"),
            message: heading.map { words("sheet.fault-of", ["name": $0, "what": text]) } ?? text,
            sheet: sheet, row: row, cell: cellName)
    }
}
