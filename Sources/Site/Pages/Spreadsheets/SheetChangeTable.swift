import Exchange
import HTML
import Registry
import Words

/// Answers as they stand beside what a file says: a row a question, and in it only what differs.
struct SheetChangeTable {
    let frame: CaseFrame
    let sheet: AnswerSheet
    let changes: [AnswerImport.Change]
    /// Of conflicts those that were chosen; nil where there is nothing to choose.
    let chosen: Set<String>?

    /// Identifier of the form that sends what was chosen.
    static let form = "confirm-answers"

    func write(_ caption: String, _ html: inout HTML, _ words: Words) {
        let choice = chosen == nil ? [] : [DataTable.Column(words("sheet.overwrite"))]
        let columns =
            [
                DataTable.Column(words("sheet.column.text")), DataTable.Column(words("sheet.before")),
                DataTable.Column(words("sheet.after")),
            ] + choice
        html.add(
            DataTable(
                caption: caption, columns: columns, rows: changes.map { cells($0, words) }, empty: ""))
    }

    private func cells(_ change: AnswerImport.Change, _ words: Words) -> [DataTable.Cell] {
        let code = change.question.code
        let (before, after) = (lines(change, change.before, words), lines(change, change.after, words))
        let box: DataTable.Cell = { html in
            html.void(
                "input",
                [
                    .type("checkbox"), .name("overwrite.\(code)"), .value("on"), .form(Self.form),
                    .ariaLabel(words("sheet.overwrite.label", ["code": code])),
                    .when(chosen?.contains(code) == true, Attribute.checked()),
                ])
        }
        let question: DataTable.Cell = { html in
            html.span(.class("code"), text: code)
            html.text(" ")
            html.wording(change.question.text, frame.languages, words)
        }
        return [question, cell(before, words), cell(after, words)] + (chosen == nil ? [] : [box])
    }

    private func cell(_ lines: [(label: String, text: String)], _ words: Words) -> DataTable.Cell {
        { html in
            for line in lines {
                html.p(.class("sheet-line")) { html in
                    html.span(.class("field-note"), text: words("sheet.label", ["label": line.label]))
                    html.text(" ")
                    if line.text.isEmpty {
                        html.span(.class("nothing"), text: "–")
                    } else {
                        html.span(.dir("auto"), text: line.text)
                    }
                }
            }
        }
    }

    /// What differs, by its name.
    private func lines(
        _ change: AnswerImport.Change, _ content: AnswerContent, _ words: Words
    ) -> [(label: String, text: String)] {
        let (one, other) = (change.before, change.after)
        let kind = sheet.side.act.kind.rawValue
        var lines: [(String, String)] = []
        for name in Set(one.codes.keys).union(other.codes.keys).sorted()
        where one.codes[name] != other.codes[name] {
            let text = content.codes[name].map { words.first(of: "\(kind).\(name).\($0)", "choice.\($0)") }
            lines.append((words("\(kind).\(name)"), text ?? ""))
        }
        if one.value != other.value {
            lines.append(
                (
                    words("\(kind).value"),
                    sheet.words(content.value, of: change.question, languages: frame.languages)
                ))
        }
        for language in Set(one.explanations.keys).union(other.explanations.keys).sorted()
        where one.explanations[language] != other.explanations[language] {
            let label = words("sheet.column.explanation", ["language": words("language.\(language)")])
            lines.append((label, content.explanations[language] ?? ""))
        }
        for language in Set(one.reasons.keys).union(other.reasons.keys).sorted()
        where one.reasons[language] != other.reasons[language] {
            let label = words("sheet.column.reason", ["language": words("language.\(language)")])
            lines.append((label, content.reasons[language] ?? ""))
        }
        return lines
    }
}
