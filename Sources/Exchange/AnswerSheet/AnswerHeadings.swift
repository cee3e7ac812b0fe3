import Registry
import Words

/// How columns and sheets are headed in every language there is: a file comes back in the language in which it went
/// out, whoever brings it.
public struct AnswerHeadings: Sendable {
    private let library: WordsLibrary
    private let side: AnswerSide
    private let columns: [String: AnswerColumn]
    private let questions: Set<String>
    private let about: Set<String>
    /// Names of codes by field, code and language.
    private let codes: [String: [String: String]]

    /// Languages in which a wording may stand.
    static let languages = ["ar", "en", "es", "fr", "ru", "zh-Hans", "zh-Hant"]

    public init(_ library: WordsLibrary, _ side: AnswerSide) {
        var columns: [String: AnswerColumn] = [:]
        var codes: [String: [String: String]] = [:]
        let all = library.languages.map { library.words(for: $0.tag) }
        for words in all {
            for column in AnswerColumn.all(side, Self.languages) {
                columns[Self.folded(column.heading(side, words))] = column
            }
            for (field, list) in side.codeFields {
                for code in list {
                    codes[field, default: [:]][Self.folded(words.name(of: code, field, side))] = code
                    codes[field, default: [:]][Self.folded(code)] = code
                }
            }
        }
        self.library = library
        self.side = side
        self.columns = columns
        self.codes = codes
        questions = Set(all.map { Self.folded($0("sheet.name.questions")) })
        about = Set(all.map { Self.folded($0("sheet.name.about")) })
    }

    func column(_ heading: String) -> AnswerColumn? { columns[Self.folded(heading)] }
    func heading(_ column: AnswerColumn, in language: String) -> String {
        column.heading(side, library.words(for: language))
    }
    func isQuestions(_ name: String) -> Bool { questions.contains(Self.folded(name)) }
    func isAbout(_ name: String) -> Bool { about.contains(Self.folded(name)) }
    func code(_ text: String, of field: String) -> String? { codes[field]?[Self.folded(text)] }

    /// As people compare words: letters of either case, any white space.
    static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

extension Words {
    /// What a code of a field is called: by the field's own word, else by the one that all fields share.
    func name(of code: String, _ field: String, _ side: AnswerSide) -> String {
        let own = "\(side.act.kind.rawValue).\(field).\(code)"
        return self(has(own) ? own : "choice.\(code)")
    }
}
