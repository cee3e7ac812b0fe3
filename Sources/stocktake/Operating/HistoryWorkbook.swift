import Mandate
import Pack
import Record
import Spreadsheet

/// A workbook of assessments from before the software: one on a row, its positions in columns named by requirements.
struct HistoryWorkbook {
    /// What is wrong, and in which cell.
    struct Fault: Sendable {
        let cell: CellAddress
        let message: String
    }

    /// The fields of an act and the row from which they come.
    struct Entry: Sendable {
        let row: Int
        let fields: [String: JSONValue]
    }

    static let sheet = "Assessments"
    static let columns = [
        "State", "Questionnaire", "Begun on", "Adopted on", "Source", "Facts (en)", "Facts (zh-Hans)",
    ]

    private(set) var entries: [Entry] = []
    private(set) var faults: [Fault] = []
    private let pack: Pack

    /// - Throws: `Failure` where there is no such sheet.
    init(_ workbook: Workbook, _ pack: Pack) throws {
        self.pack = pack
        guard let sheet = workbook.sheet(Self.sheet), let head = sheet.rows.first else {
            throw Failure(
                .input, "history.sheet", "The workbook has no sheet “\(Self.sheet)”: begin with the template."
            )
        }
        let names = head.entries.reduce(into: [Int: String]()) { $0[$1.column] = Self.text($1.cell) ?? "" }
        for name in Self.columns.prefix(5) where !names.values.contains(name) {
            faults.append(
                Fault(
                    cell: CellAddress(row: head.number, column: 1),
                    message: "The column “\(name)” is missing."))
        }
        guard faults.isEmpty else { return }
        for row in sheet.rows.dropFirst() where row.entries.contains(where: { $0.cell.value != .empty }) {
            read(row, names)
        }
    }

    private mutating func read(_ row: Row, _ names: [Int: String]) {
        var fields: [String: JSONValue] = [:]
        var facts: [String: JSONValue] = [:]
        var positions: [String] = []
        let before = faults.count
        for entry in row.entries {
            guard let name = names[entry.column], entry.cell.value != .empty else { continue }
            let cell = CellAddress(row: row.number, column: entry.column)
            guard let text = Self.text(entry.cell) else {
                faults.append(
                    Fault(cell: cell, message: "A formula or an error stands here: write the value."))
                continue
            }
            switch name {
            case "State":
                fields["state"] = found(text, cell, "State", pack.states.map { ($0.code, $0.name.values) })
            case "Questionnaire":
                fields["questionnaire"] = found(
                    text, cell, "questionnaire", pack.questionnaires.map { ($0.code, $0.name.values) })
            case "Begun on": fields["startedOn"] = day(text, cell)
            case "Adopted on": fields["adoptedOn"] = day(text, cell)
            case "Source": fields["source"] = .string(text)
            case "Facts (en)": facts["en"] = .string(text)
            case "Facts (zh-Hans)": facts["zh-Hans"] = .string(text)
            default: positions.append(contentsOf: position(name, text, cell))
            }
        }
        for (column, key) in [("State", "state"), ("Adopted on", "adoptedOn"), ("Source", "source")]
        where fields[key] == nil && faults.count == before {
            let place = names.first { $0.value == column }?.key ?? 1
            faults.append(
                Fault(cell: CellAddress(row: row.number, column: place), message: "This is needed."))
        }
        if !facts.isEmpty { fields["facts"] = .object(facts) }
        if !positions.isEmpty { fields["positions"] = .string(positions.joined(separator: "\n")) }
        if fields["questionnaire"] == nil, let first = pack.questionnaires.first {
            fields["questionnaire"] = .string(first.code)
        }
        if faults.count == before { entries.append(Entry(row: row.number, fields: fields)) }
    }

    /// A code, or a name in any language.
    private mutating func found(
        _ text: String, _ cell: CellAddress, _ kind: String,
        _ known: [(code: String, names: [String: String])]
    ) -> JSONValue? {
        if let one = known.first(where: { $0.code == text || $0.names.values.contains(text) }) {
            return .string(one.code)
        }
        faults.append(Fault(cell: cell, message: "There is no \(kind) “\(text.prefix(60))” in the pack."))
        return nil
    }

    private mutating func day(_ text: String, _ cell: CellAddress) -> JSONValue? {
        if let day = CalendarDate(text) { return .string(day.description) }
        faults.append(
            Fault(cell: cell, message: "“\(text.prefix(40))” is no date: write a date, or 2016-05-04."))
        return nil
    }

    private mutating func position(_ name: String, _ text: String, _ cell: CellAddress) -> [String] {
        guard pack.requirements.contains(where: { $0.code == name }) else {
            faults.append(
                Fault(cell: cell, message: "The column “\(name.prefix(40))” is no requirement of the pack."))
            return []
        }
        let options = pack.scales.flatMap(\.options)
        guard let option = options.first(where: { $0.code == text || $0.name.values.values.contains(text) })
        else {
            let known = options.map(\.code).joined(separator: ", ")
            faults.append(
                Fault(cell: cell, message: "“\(text.prefix(40))” is no point of the scale: \(known)."))
            return []
        }
        return ["\(name) \(option.code)"]
    }

    private static func text(_ cell: Cell) -> String? {
        switch cell.value {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
        case .date(let date): CalendarDate(date.year, date.month, date.day).description
        case .boolean, .error, .formula: nil
        case .empty: ""
        }
    }

    /// An empty workbook with the columns, the requirements and the words that may stand in them.
    static func template(_ pack: Pack) -> Workbook {
        var sheet = Sheet(Self.sheet)
        sheet.append((columns + pack.requirements.map(\.code)).map { .text($0, .header) })
        sheet.frozenRows = 1
        let scale = pack.scales.first { $0.code == pack.questionnaires.first?.scale }?.options ?? []
        let last = columns.count + pack.requirements.count
        let rows = 2...1_000
        sheet.validations = [
            ListValidation(CellRange(column: 1, rows: rows), choices: pack.states.map(\.code)),
            ListValidation(CellRange(column: 2, rows: rows), choices: pack.questionnaires.map(\.code)),
            ListValidation(
                CellRange(
                    CellAddress(row: 2, column: columns.count + 1), CellAddress(row: 1_000, column: last)),
                choices: scale.map(\.code)),
        ]
        return Workbook([sheet])
    }
}
