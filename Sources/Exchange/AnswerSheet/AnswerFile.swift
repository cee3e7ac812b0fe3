import Registry
import Spreadsheet

/// A file that came back, read as far as its form goes: its own rows and columns are found, what they say is not yet
/// looked at.
public struct AnswerFile: Sendable {
    /// A row with something in it.
    struct Row: Sendable {
        let number: Int
        let cells: [AnswerColumn: CellValue]
    }

    /// Name of the sheet of questions.
    let sheet: String
    /// Column of the sheet by what it holds.
    let places: [AnswerColumn: Int]
    let rows: [Row]

    /// The largest file that is looked at.
    public static let mostBytes = 8_000_000

    /// Far more than the longest questionnaire needs, and no more rows than acts in one transaction.
    static let limits: ReadLimits = {
        var limits = ReadLimits.standard
        (limits.fileBytes, limits.unpackedBytes) = (mostBytes, 40_000_000)
        (limits.rows, limits.cells, limits.entries) = (1_000, 100_000, 200)
        return limits
    }()

    /// Reads a file, trusting nothing of it.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - out: what it must have been made from.
    /// - Throws: `SheetFaults` with all that is wrong with its form.
    public init(
        _ bytes: [UInt8], of out: AnswerSheet, _ headings: AnswerHeadings
    ) throws(SheetFaults) {
        let workbook: Workbook
        do {
            workbook = try Workbook.read(bytes, limits: Self.limits)
        } catch {
            throw SheetFaults(faults: [SheetFault(error)])
        }
        let identity = Self.identity(workbook)
        if let fault = Self.mismatch(identity, out) { throw SheetFaults(faults: [fault]) }
        guard let questions = workbook.sheets.first(where: { headings.isQuestions($0.name) }) else {
            throw SheetFaults(faults: [SheetFault("sheet.no-questions")])
        }
        let form = AnswerFileForm(questions, headings)
        let languages = (identity["explanations"] ?? "").split(separator: " ").map(String.init)
        let wanted = AnswerColumn.all(out.side, languages.filter(AnswerHeadings.languages.contains))
        let faults =
            Self.foreign(workbook, headings)
            + form.faults(
                expecting: wanted.filter { $0.isOpen }, in: identity["language"] ?? "")
        guard faults.isEmpty else { throw SheetFaults(faults: faults) }
        sheet = questions.name
        places = form.places
        rows = form.rows
    }

    /// What the file says of itself, by key; nothing where it is none of ours.
    private static func identity(_ workbook: Workbook) -> [String: String] {
        let rows = workbook.sheet(AnswerSheet.identityName)?.rows ?? []
        return Dictionary(
            rows.compactMap { row -> (String, String)? in
                guard let key = row[1]?.value.plainText, let value = row[2]?.value.plainText else {
                    return nil
                }
                return (key, value)
            }
        ) { first, _ in first }
    }

    /// Why the file belongs somewhere else. Of another assessment nothing is said, not even whether there is one.
    private static func mismatch(_ identity: [String: String], _ out: AnswerSheet) -> SheetFault? {
        if identity["format"] != AnswerSheet.format { return SheetFault("sheet.not-ours") }
        if identity["assessment"] != out.assessment.id.rawValue {
            return SheetFault("sheet.other-assessment")
        }
        if identity["room"] != out.side.rawValue { return SheetFault("sheet.other-room") }
        let isSame =
            identity["questionnaire"] == out.questionnaire.code
            && identity["version"] == out.questionnaire.version
        return isSame ? nil : SheetFault("sheet.other-version", ["version": out.questionnaire.version])
    }

    /// Sheets that are none of the file's, where they hold something: it would be lost without a word.
    private static func foreign(_ workbook: Workbook, _ headings: AnswerHeadings) -> [SheetFault] {
        var wasFound = false
        return workbook.sheets.compactMap { sheet in
            let isOurs =
                sheet.name == AnswerSheet.identityName || headings.isAbout(sheet.name)
                || (sheet.visibility != .visible && sheet.name.hasPrefix("_choices"))
            if isOurs || sheet.rows.isEmpty { return nil }
            if headings.isQuestions(sheet.name), !wasFound {
                wasFound = true
                return nil
            }
            return SheetFault("sheet.foreign", sheet: SheetFault.quoted(sheet.name))
        }
    }

    /// Where a column of a row stands.
    func cell(_ column: AnswerColumn, _ row: Row) -> CellAddress? {
        places[column].map { CellAddress(row: row.number, column: $0) }
    }
}

/// The form of the sheet of questions: where its headings are, and what is in the way.
struct AnswerFileForm {
    private let sheet: Sheet
    /// Row of the headings.
    private let head: Int?
    private let headings: [(column: Int, text: String, known: AnswerColumn?)]
    private let known: AnswerHeadings
    let places: [AnswerColumn: Int]

    init(_ sheet: Sheet, _ known: AnswerHeadings) {
        self.sheet = sheet
        self.known = known
        let row = sheet.rows.prefix(20).first { row in
            row.entries.contains { known.column($0.cell.value.plainText ?? "") == .question }
        }
        head = row?.number
        headings = (row?.entries ?? []).map { entry in
            let text = entry.cell.value.plainText ?? ""
            return (entry.column, text, known.column(text))
        }
        places = Dictionary(headings.compactMap { found in found.known.map { ($0, found.column) } }) {
            first, _ in first
        }
    }

    var rows: [AnswerFile.Row] {
        guard let head else { return [] }
        return sheet.rows.filter { $0.number > head }.map { row in
            AnswerFile.Row(number: row.number, cells: places.compactMapValues { row[$0]?.value })
        }
    }

    /// - Parameters:
    ///   - wanted: columns that must be there.
    ///   - language: of the headings.
    func faults(expecting wanted: [AnswerColumn], in language: String) -> [SheetFault] {
        guard let head else { return [SheetFault("sheet.no-headings", sheet: sheet.name)] }
        let missing = wanted.filter { places[$0] == nil }.map {
            SheetFault("sheet.column-missing", sheet: sheet.name, ["name": known.heading($0, in: language)])
        }
        return merged() + formulas() + twice(head) + missing + unknown(head)
    }

    private func merged() -> [SheetFault] {
        sheet.merged.map { range in
            SheetFault(
                "sheet.merged", sheet: sheet.name, cell: range.first, ["range": "\(range)"])
        }
    }

    private func formulas() -> [SheetFault] {
        sheet.rows.flatMap { row in
            row.entries.compactMap { entry in
                guard entry.cell.value.isFormula else { return nil }
                return SheetFault(
                    "sheet.formula", sheet: sheet.name,
                    cell: CellAddress(row: row.number, column: entry.column))
            }
        }
    }

    private func twice(_ head: Int) -> [SheetFault] {
        headings.filter { found in found.known.map { places[$0] != found.column } ?? false }.map {
            SheetFault(
                "sheet.column-twice", sheet: sheet.name, cell: CellAddress(row: head, column: $0.column),
                ["name": SheetFault.quoted($0.text)])
        }
    }

    /// Columns that are none of the sheet's, where they hold something.
    private func unknown(_ head: Int) -> [SheetFault] {
        let taken = Set(headings.filter { $0.known != nil }.map(\.column))
        var found: [Int: CellAddress] = [:]
        for row in sheet.rows where row.number >= head {
            for entry in row.entries where !taken.contains(entry.column) {
                let address = CellAddress(row: row.number, column: entry.column)
                found[entry.column] = found[entry.column] ?? address
            }
        }
        return found.sorted { $0.key < $1.key }.map { column, address in
            let name = headings.first { $0.column == column }?.text ?? ""
            return SheetFault(
                "sheet.column-unknown", sheet: sheet.name, cell: address,
                ["name": SheetFault.quoted(name)])
        }
    }
}

extension CellValue {
    /// What somebody reads in the cell; nil for what is no value: formulas and errors.
    var plainText: String? {
        switch self {
        case .empty: ""
        case .text(let text): AnswerContent.tidied(text)
        case .number(let number):
            number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .date(let date): date.description
        case .boolean(let answer): answer ? "true" : "false"
        case .error, .formula: nil
        }
    }
}
