import Registry
import Spreadsheet
import Words

/// Reads a file's rows one by one against what stands.
struct AnswerRowReading {
    let file: AnswerFile
    let sheet: AnswerSheet
    let headings: AnswerHeadings
    let words: Words
    let languages: [String]

    private(set) var changes: [AnswerImport.Change] = []
    private(set) var unchanged = 0
    private(set) var newer: [String] = []
    private(set) var faults: [SheetFault] = []
    /// Row of each question that was met.
    private var met: [String: Int] = [:]

    init(
        file: AnswerFile, sheet: AnswerSheet, headings: AnswerHeadings, words: Words, languages: [String]
    ) {
        (self.file, self.sheet, self.headings) = (file, sheet, headings)
        (self.words, self.languages) = (words, languages)
        byCode = Dictionary(sheet.rows.map { ($0.question.code, $0) }) { first, _ in first }
    }

    private let byCode: [String: AnswerSheet.Row]

    mutating func read(_ row: AnswerFile.Row) {
        guard let code = row.cells[.question, default: .empty].plainText else {
            return add("sheet.no-value", .question, row)
        }
        if code.isEmpty {
            if let filled = row.cells.filter({ $0.key.isOpen && $0.value.plainText != "" }).keys
                .min(by: { (file.places[$0] ?? 0) < (file.places[$1] ?? 0) })
            {
                add("sheet.no-code", filled, row)
            }
            return
        }
        let quoted = SheetFault.quoted(code)
        if let former = met[code] {
            return add("sheet.question-twice", .question, row, ["code": quoted, "row": String(former)])
        }
        met[code] = row.number
        guard let known = byCode[code] else {
            let isElsewhere = sheet.questionnaire.questions.contains(code)
            return add(
                isElsewhere ? "sheet.question-not-here" : "sheet.question-unknown", .question, row,
                ["code": quoted])
        }
        let count = faults.count
        let said = content(row, known)
        guard faults.count == count else { return }
        compare(said, known, row)
    }

    private mutating func compare(_ said: AnswerContent, _ known: AnswerSheet.Row, _ row: AnswerFile.Row) {
        var after = said
        // In languages that the file has no column for, what stands stays.
        for (language, text) in known.own.explanations where file.places[.explanation(language)] == nil {
            after.explanations[language] = text
        }
        for (language, text) in known.own.reasons where file.places[.reason(language)] == nil {
            after.reasons[language] = text
        }
        after.carried = known.own.carried
        let then = row.cells[.version]?.plainText ?? ""
        if after == known.own {
            unchanged += 1
        } else if said.digest == then {
            newer.append(known.question.code)
        } else if said.isEmpty {
            add("sheet.emptied", .value, row)
        } else {
            changes.append(
                AnswerImport.Change(
                    question: known.question, before: known.own, after: after,
                    isConflict: then != known.own.digest && !known.own.isEmpty,
                    cells: file.places.mapValues { CellAddress(row: row.number, column: $0) }))
        }
    }

    private mutating func content(_ row: AnswerFile.Row, _ known: AnswerSheet.Row) -> AnswerContent {
        var said = AnswerContent()
        for column in file.places.keys where column.isOpen {
            guard let text = row.cells[column, default: .empty].plainText else {
                add("sheet.no-value", column, row)
                continue
            }
            if text.isEmpty { continue }
            switch column {
            case .explanation(let language): said.explanations[language] = text
            case .reason(let language): said.reasons[language] = text
            case .code(let name): said.codes[name] = code(text, name, column, row)
            case .value: said.value = value(text, known, row)
            case .question, .theme, .text, .kind, .other, .version: break
            }
        }
        return said
    }

    private mutating func code(
        _ text: String, _ name: String, _ column: AnswerColumn, _ row: AnswerFile.Row
    ) -> String? {
        if let code = headings.code(text, of: name) { return code }
        let codes = sheet.side.codeFields.first { $0.name == name }?.codes ?? []
        add(
            "sheet.none-of", column, row,
            [
                "text": SheetFault.quoted(text),
                "choices": words.list(codes.map { words.name(of: $0, name, sheet.side) }),
            ])
        return nil
    }

    private mutating func value(_ text: String, _ known: AnswerSheet.Row, _ row: AnswerFile.Row) -> String {
        let spelling = AnswerSpelling(
            question: known.question, outside: sheet.outside, languages: languages)
        do {
            return try spelling.value(of: text)
        } catch {
            // What stands may be a word that the pack no longer has.
            if text == AnswerContent.tidied(spelling.text(of: known.own.value)) { return known.own.value }
            add(
                "sheet.none-of", .value, row,
                [
                    "text": SheetFault.quoted(error.text),
                    "choices": words.list(spelling.options.map(spelling.name)),
                ])
            return ""
        }
    }

    private mutating func add(
        _ code: String, _ column: AnswerColumn, _ row: AnswerFile.Row, _ values: [String: String] = [:]
    ) {
        faults.append(SheetFault(code, sheet: file.sheet, cell: file.cell(column, row), values))
    }
}
