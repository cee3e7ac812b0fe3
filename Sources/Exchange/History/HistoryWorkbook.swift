import Mandate
import Pack
import Record
import Registry
import Spreadsheet

/// A workbook of assessments from before the software: one on a row, its positions in columns named by requirements.
public struct HistoryWorkbook: Sendable {
    /// The fields of an act and the row from which they come.
    public struct Entry: Sendable {
        public let row: Int
        public let fields: [String: JSONValue]
        /// Where the file says each, by field.
        let cells: [String: CellAddress]
    }

    /// The largest file that is looked at.
    public static let mostBytes = 8_000_000

    static let sheet = "Assessments"
    static let columns = [
        "State", "Questionnaire", "Begun on", "Adopted on", "Source", "Facts (en)", "Facts (zh-Hans)",
    ]

    public private(set) var entries: [Entry] = []
    public private(set) var faults: [SheetFault] = []
    private let pack: Pack

    /// - Throws: `SheetFaults` where it cannot be read, or is none of the template's.
    public init(_ bytes: [UInt8], _ pack: Pack) throws(SheetFaults) {
        self.pack = pack
        let workbook: Workbook
        do {
            var limits = ReadLimits.standard
            limits.fileBytes = Self.mostBytes
            workbook = try Workbook.read(bytes, limits: limits)
        } catch {
            throw SheetFaults(faults: [SheetFault(error)])
        }
        guard let sheet = workbook.sheet(Self.sheet), let head = sheet.rows.first else {
            throw SheetFaults(faults: [SheetFault("past.no-sheet", ["name": Self.sheet])])
        }
        let names = head.entries.reduce(into: [Int: String]()) {
            $0[$1.column] = $1.cell.value.plainText ?? ""
        }
        let missing = Self.columns.prefix(5).filter { !names.values.contains($0) }
        guard missing.isEmpty else {
            throw SheetFaults(
                faults: missing.map {
                    SheetFault(
                        "sheet.column-missing", sheet: Self.sheet,
                        cell: CellAddress(row: head.number, column: 1), ["name": $0])
                })
        }
        for row in sheet.rows.dropFirst() where row.entries.contains(where: { $0.cell.value != .empty }) {
            read(row, names)
        }
        if entries.count > Registry.mostInOneTransaction {
            faults.append(SheetFault("past.too-many", ["most": String(Registry.mostInOneTransaction)]))
        }
    }

    /// The acts that enter them, one a row.
    public func calls(by performer: ActPerformer) -> [ActCall] {
        entries.prefix(Registry.mostInOneTransaction).map {
            ActCall(EnterHistoricAssessment.kind, $0.fields, by: performer)
        }
    }

    /// The same with what the acts themselves refuse, each at its cell.
    ///
    /// - Parameter refusals: by position of the entry.
    /// - Throws: the first refusal that is about no single row.
    public func refused(_ refusals: [Int: Refusal]) throws -> HistoryWorkbook {
        var copy = self
        for (position, refusal) in refusals.sorted(by: { $0.key < $1.key }) {
            guard refusal.kind == .incomplete || refusal.code == "historic.year-taken" else { throw refusal }
            copy.faults += Self.faults(of: refusal, entries[position])
        }
        return copy
    }

    private static func faults(of refusal: Refusal, _ entry: Entry) -> [SheetFault] {
        func fault(_ field: String, _ code: String, _ values: [String: String]) -> SheetFault {
            let cell = entry.cells[field] ?? CellAddress(row: entry.row, column: 1)
            return SheetFault(code, sheet: sheet, cell: cell, values)
        }
        guard refusal.faults.isEmpty else {
            return refusal.faults.map { fault($0.field, $0.code, $0.values) }
        }
        let field =
            switch refusal.code {
            case "historic.dates": "startedOn"
            case "historic.position": "positions"
            default: "adoptedOn"
            }
        return [fault(field, refusal.code, refusal.values)]
    }

    /// Tells one preview from another: who confirms what they saw enters that and nothing else.
    public var digest: String {
        SHA256.hash(JSONValue.array(entries.map { .object($0.fields) }).canonicalBytes).hex
    }
}

extension HistoryWorkbook {
    private mutating func read(_ row: Row, _ names: [Int: String]) {
        var reading = HistoryRow(row.number, pack)
        for entry in row.entries {
            guard let name = names[entry.column], entry.cell.value != .empty else { continue }
            reading.take(entry.cell.value, name, CellAddress(row: row.number, column: entry.column))
        }
        reading.end(names)
        faults += reading.faults
        if reading.faults.isEmpty {
            entries.append(Entry(row: row.number, fields: reading.fields, cells: reading.cells))
        }
    }

    /// An empty workbook with the columns, the requirements and the words that may stand in them.
    ///
    /// - Throws: `WriteError` for what a spreadsheet cannot hold.
    public static func template(_ pack: Pack) throws -> [UInt8] {
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
        return try Workbook([sheet]).bytes()
    }
}
