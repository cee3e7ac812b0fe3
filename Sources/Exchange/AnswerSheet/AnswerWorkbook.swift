import Mandate
import Pack
import Registry
import Spreadsheet
import Words

/// The workbook of an answer sheet, in one language.
public struct AnswerWorkbook {
    /// The media type of the file.
    public static let mediaType = Workbook.mediaType

    let sheet: AnswerSheet
    let words: Words
    /// For names and texts, best first.
    let languages: [String]

    public init(_ sheet: AnswerSheet, _ words: Words, languages: [String]) {
        self.sheet = sheet
        self.words = words
        self.languages = languages
    }

    /// What the file is called: `FRD-3.xlsx`.
    public var fileName: String { "\(sheet.assessment.state)-\(sheet.assessment.cycle).xlsx" }

    /// - Throws: `WriteError` for what a spreadsheet cannot hold; nothing that acts let in is of that kind.
    public func bytes() throws -> [UInt8] {
        try Workbook([questions(), about(), identity()]).bytes()
    }

    private var language: String { words.language.tag }

    private func questions() -> Sheet {
        let columns = AnswerColumn.all(sheet.side, sheet.explanationLanguages(language))
        var made = Sheet(words("sheet.name.questions"))
        made.isProtected = true
        made.frozenRows = 1
        made.isRightToLeft = words.language.direction == .rightToLeft
        made.columns = columns.map { Column(width: $0.width, isHidden: $0 == .version) }
        made.append(columns.map { .text($0.heading(sheet.side, words), .header) })
        let asked = sheet.rows.filter(\.isAsked)
        for row in asked { made.append(columns.map { cell($0, row) }) }
        for (index, column) in columns.enumerated() {
            made.validations += drops(column, at: index + 1, asked)
        }
        return made
    }

    private func cell(_ column: AnswerColumn, _ row: AnswerSheet.Row) -> Cell {
        let locked = CellStyle(wraps: true, format: .text)
        let open = CellStyle(wraps: true, isLocked: false, format: .text)
        let text = text(column, row)
        let style = column.isOpen ? open : locked
        return text.isEmpty ? .empty(style) : .text(text, style)
    }

    private func text(_ column: AnswerColumn, _ row: AnswerSheet.Row) -> String {
        let spelling = spelling(row)
        return switch column {
        case .question: row.question.code
        case .theme: wording(row.theme)
        case .text:
            [wording(row.question.text), wording(row.question.help)].filter { !$0.isEmpty }
                .joined(separator: "\n")
        case .kind: kind(spelling)
        case .other: other(row.other, spelling)
        case .code(let name): row.own.codes[name].map { words.name(of: $0, name, sheet.side) } ?? ""
        case .value: spelling.text(of: row.own.value)
        case .explanation(let language): row.own.explanations[language] ?? ""
        case .reason(let language): row.own.reasons[language] ?? ""
        case .version: row.own.digest
        }
    }

    private func spelling(_ row: AnswerSheet.Row) -> AnswerSpelling {
        AnswerSpelling(question: row.question, outside: sheet.outside, languages: languages)
    }

    private func wording(_ wording: LocalizedWording?) -> String {
        wording?.text(in: languages)?.text ?? ""
    }

    /// How the question is answered, with what it offers where no list does.
    private func kind(_ spelling: AnswerSpelling) -> String {
        let question = spelling.question
        let unit = wording(question.unit)
        let how =
            unit.isEmpty
            ? words("sheet.kind.\(question.kind.rawValue)") : words("answer.help.number-of", ["unit": unit])
        let names =
            switch question.kind {
            case .several, .register: spelling.options.map(spelling.name)
            case .date, .number: spelling.outside.map(spelling.name)
            case .closed, .open: [String]()
            }
        guard !names.isEmpty else { return how }
        let lead =
            question.kind == .date || question.kind == .number ? [how, words("answer.instead")] : [how]
        return (lead + names.map { "· \($0)" }).joined(separator: "\n")
    }

    /// What the other side answered, in words.
    private func other(_ item: ItemView?, _ spelling: AnswerSpelling) -> String {
        guard let item else { return "" }
        let position = item.text("position").map { words("choice.\($0)") }
        return [position, item.value.map(spelling.text), item.body?.text(in: languages)?.text]
            .compactMap(\.self).joined(separator: "\n")
    }

    private func drops(
        _ column: AnswerColumn, at index: Int, _ rows: [AnswerSheet.Row]
    ) -> [ListValidation] {
        let refusal = words("sheet.choose-from-list")
        switch column {
        case .code(let name):
            guard !rows.isEmpty, let codes = sheet.side.codeFields.first(where: { $0.name == name })?.codes
            else { return [] }
            return [
                ListValidation(
                    CellRange(column: index, rows: 2...(rows.count + 1)),
                    choices: codes.map { words.name(of: $0, name, sheet.side) }, refusal: refusal)
            ]
        case .value:
            return rows.enumerated().compactMap { place, row in
                let spelling = spelling(row)
                let choices = spelling.choices.map(spelling.name)
                guard !choices.isEmpty else { return nil }
                return ListValidation(
                    CellRange(column: index, rows: (place + 2)...(place + 2)), choices: choices,
                    refusal: refusal)
            }
        case .question, .theme, .text, .kind, .other, .explanation, .reason, .version: return []
        }
    }
}

extension AnswerWorkbook {
    /// What the file is, and how it is filled in.
    private func about() -> Sheet {
        var made = Sheet(words("sheet.name.about"))
        made.isProtected = true
        made.columns = [Column(width: 26), Column(width: 90)]
        let plain = CellStyle(wraps: true)
        let bold = CellStyle(isBold: true, wraps: true)
        func line(_ key: String, _ value: String) {
            made.append([.text(words(key), bold), .text(value, plain)])
        }
        line("sheet.about.state", wording(sheet.state))
        line("sheet.about.assessment", words("case.title", ["cycle": sheet.assessment.cycle]))
        line(
            "sheet.about.questionnaire",
            "\(wording(sheet.questionnaire.name)) · \(sheet.questionnaire.version)")
        line("sheet.about.answers", words("sheet.about.answers.\(sheet.side.rawValue)"))
        line("sheet.about.made", words.date(year: sheet.day.year, month: sheet.day.month, day: sheet.day.day))
        made.append([.empty()])
        made.append([.text(words("sheet.about.how"), bold)])
        for (number, key) in Self.steps(sheet.side).enumerated() {
            made.append([.text(words.number(number + 1), plain), .text(words(key), plain)])
        }
        return made
    }

    private static func steps(_ side: AnswerSide) -> [String] {
        [
            "sheet.how.fill", side == .directorate ? "sheet.how.source" : "sheet.how.position",
            "sheet.how.several", "sheet.how.empty", "sheet.how.columns", "sheet.how.return",
        ]
    }

    /// What the file belongs to: for whoever takes it back in.
    private func identity() -> Sheet {
        var made = Sheet(AnswerSheet.identityName, visibility: .veryHidden)
        made.isProtected = true
        for (key, value) in sheet.identity(language) { made.append([.text(key), .text(value)]) }
        return made
    }
}
