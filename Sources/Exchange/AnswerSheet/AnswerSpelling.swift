import Pack
import Registry
import Spreadsheet

/// The value of an answer as a cell says it in words, and what a cell's words say.
struct AnswerSpelling {
    let question: QuestionView
    /// Options that any question can be answered with.
    let outside: [OptionView]
    let languages: [String]

    /// A text that is none of the options.
    struct NoOption: Error { let text: String }

    /// What the cell offers, where it offers a list: one of these and nothing else.
    var choices: [OptionView] {
        switch question.kind {
        case .closed: question.options
        case .open: outside
        case .several, .register, .date, .number: []
        }
    }

    /// Everything that has a name.
    var options: [OptionView] {
        question.options + outside.filter { one in !question.options.contains { $0.code == one.code } }
    }

    func name(_ option: OptionView) -> String { option.name.text(in: languages)?.text ?? option.code }

    func text(of value: String) -> String {
        if let option = options.first(where: { $0.code == value }) { return name(option) }
        switch question.kind {
        case .closed, .open, .date, .number: return value
        case .several, .register:
            return Pack.AnswerValue.chosen(in: value).map { chosen in
                let option = question.options.first { $0.code == chosen.code }
                let name = option.map(name) ?? chosen.code
                return chosen.date.map { "\(name): \($0)" } ?? name
            }.joined(separator: "; ")
        }
    }

    /// - Returns: the value in the pack's spelling; dates and numbers as they stand, since the act checks them.
    /// - Throws: `NoOption`.
    func value(of text: String) throws(NoOption) -> String {
        if text.isEmpty { return "" }
        if let code = code(text, among: options) { return code }
        switch question.kind {
        case .closed, .open: throw NoOption(text: text)
        case .date, .number: return text
        case .several, .register: return try chosen(text)
        }
    }

    private func chosen(_ text: String) throws(NoOption) -> String {
        var dates: [String: String] = [:]
        for part in text.split(whereSeparator: { ";；\n".contains($0) }) {
            let part = AnswerContent.tidied(String(part))
            if part.isEmpty { continue }
            if let code = code(part, among: question.options) {
                dates[code] = dates[code] ?? ""
                continue
            }
            guard let colon = part.lastIndex(where: { ":：".contains($0) }),
                let code = code(String(part[..<colon]), among: question.options)
            else { throw NoOption(text: part) }
            dates[code] = AnswerContent.tidied(String(part[part.index(after: colon)...]))
        }
        return question.options.compactMap { option in
            dates[option.code].map { $0.isEmpty ? option.code : "\(option.code):\($0)" }
        }.joined(separator: " ")
    }

    /// The option that is called so, in whatever language, or has that code.
    private func code(_ text: String, among options: [OptionView]) -> String? {
        let folded = AnswerHeadings.folded(text)
        return options.first { option in
            ([option.code] + option.name.texts.values).contains { AnswerHeadings.folded($0) == folded }
        }?.code
    }
}
