import Registry
import Words

/// A column of the sheet of questions. Columns are found by their headings, wherever they stand.
enum AnswerColumn: Hashable, Sendable {
    case question, theme, text, kind, other
    /// Position, source, confidence: the name of the field.
    case code(String)
    case value
    /// In one language.
    case explanation(String)
    /// Why the State does not agree, in one language.
    case reason(String)
    /// What stood when the file was made; hidden.
    case version

    static func all(_ side: AnswerSide, _ languages: [String]) -> [AnswerColumn] {
        let codes = side.codeFields.map { AnswerColumn.code($0.name) }
        let explanations = languages.map { AnswerColumn.explanation($0) }
        let head: [AnswerColumn] = [.question, .theme, .text, .kind, .other]
        return switch side {
        case .directorate: head + [.value] + explanations + codes + [.version]
        case .state:
            head + codes + [.value] + explanations + languages.map { AnswerColumn.reason($0) } + [.version]
        }
    }

    func heading(_ side: AnswerSide, _ words: Words) -> String {
        switch self {
        case .question: words("sheet.column.question")
        case .theme: words("sheet.column.theme")
        case .text: words("sheet.column.text")
        case .kind: words("sheet.column.kind")
        case .other: words(side == .directorate ? "sheet.column.state" : "sheet.column.directorate")
        case .code(let name): words("\(side.act.kind.rawValue).\(name)")
        case .value: words("sheet.column.value")
        case .explanation(let language):
            words("sheet.column.explanation", ["language": words("language.\(language)")])
        case .reason(let language):
            words("sheet.column.reason", ["language": words("language.\(language)")])
        case .version: "stocktake:version"
        }
    }

    /// Whether people fill it in.
    var isOpen: Bool {
        switch self {
        case .code, .value, .explanation, .reason: true
        case .question, .theme, .text, .kind, .other, .version: false
        }
    }

    /// In widths of a digit.
    var width: Double {
        switch self {
        case .question: 10
        case .theme: 20
        case .text: 52
        case .kind, .other: 30
        case .code: 18
        case .value: 26
        case .explanation, .reason: 48
        case .version: 12
        }
    }
}
