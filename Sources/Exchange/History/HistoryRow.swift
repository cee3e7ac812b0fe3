import Mandate
import Pack
import Record
import Registry
import Spreadsheet

/// One row of a workbook of past assessments, read cell by cell.
struct HistoryRow {
    private let row: Int
    private let pack: Pack
    private(set) var fields: [String: JSONValue] = [:]
    private(set) var cells: [String: CellAddress] = [:]
    private(set) var faults: [SheetFault] = []
    private var facts: [String: JSONValue] = [:]
    private var positions: [String] = []

    init(_ row: Int, _ pack: Pack) {
        self.row = row
        self.pack = pack
    }

    mutating func take(_ value: CellValue, _ name: String, _ cell: CellAddress) {
        guard let text = value.plainText else {
            return add(value.isFormula ? "sheet.formula" : "sheet.no-value", cell)
        }
        switch name {
        case "State":
            let code = code(text, pack.states.map { ($0.code, $0.name.values) })
            put(code, "state", cell, orElse: "past.no-state", text)
        case "Questionnaire":
            let code = code(text, pack.questionnaires.map { ($0.code, $0.name.values) })
            put(code, "questionnaire", cell, orElse: "past.no-questionnaire", text)
        case "Begun on":
            put(CalendarDate(text)?.description, "startedOn", cell, orElse: "past.no-date", text)
        case "Adopted on":
            put(CalendarDate(text)?.description, "adoptedOn", cell, orElse: "past.no-date", text)
        case "Source": put(text, "source", cell, orElse: "past.needed", text)
        case "Facts (en)": fact("en", text, cell)
        case "Facts (zh-Hans)": fact("zh-Hans", text, cell)
        default: position(name, text, cell)
        }
    }

    /// What is needed and lacks, and what is put together from several cells.
    mutating func end(_ names: [Int: String]) {
        for (column, field) in [("State", "state"), ("Adopted on", "adoptedOn"), ("Source", "source")]
        where fields[field] == nil && faults.isEmpty {
            let place = names.first { $0.value == column }?.key ?? 1
            add("past.needed", CellAddress(row: row, column: place))
        }
        if !facts.isEmpty { fields["facts"] = .object(facts) }
        if !positions.isEmpty { fields["positions"] = .string(positions.joined(separator: "\n")) }
        if fields["questionnaire"] == nil, let first = pack.questionnaires.first {
            fields["questionnaire"] = .string(first.code)
        }
    }

    private mutating func put(
        _ value: String?, _ field: String, _ cell: CellAddress, orElse fault: String, _ text: String
    ) {
        guard let value else { return add(fault, cell, ["text": SheetFault.quoted(text)]) }
        fields[field] = .string(value)
        cells[field] = cell
    }

    private mutating func fact(_ language: String, _ text: String, _ cell: CellAddress) {
        facts[language] = .string(text)
        cells["facts"] = cell
    }

    /// A code, or a name in any language.
    private func code(_ text: String, _ known: [(code: String, names: [String: String])]) -> String? {
        known.first { $0.code == text || $0.names.values.contains(text) }?.code
    }

    private mutating func position(_ name: String, _ text: String, _ cell: CellAddress) {
        guard pack.requirements.contains(where: { $0.code == name }) else {
            return add("past.no-requirement", cell, ["name": SheetFault.quoted(name)])
        }
        let code = fields["questionnaire"]?.string
        let questionnaire = pack.questionnaires.first { $0.code == code } ?? pack.questionnaires.first
        let options = pack.scales.first { $0.code == questionnaire?.scale }?.options ?? []
        guard let option = options.first(where: { $0.code == text || $0.name.values.values.contains(text) })
        else {
            let known = options.map(\.code).joined(separator: ", ")
            return add("past.no-point", cell, ["text": SheetFault.quoted(text), "choices": known])
        }
        positions.append("\(name) \(option.code)")
        cells["positions"] = cells["positions"] ?? cell
    }

    private mutating func add(_ code: String, _ cell: CellAddress, _ values: [String: String] = [:]) {
        faults.append(SheetFault(code, sheet: HistoryWorkbook.sheet, cell: cell, values))
    }
}
