import HTML
import Mandate
import Pack
import Registry
import Words

/// The value of an answer in words.
struct AnswerWords {
    /// Nil where the question is not in the pack any more: then codes are shown.
    let question: QuestionView?
    let scale: ScaleWords

    func write(_ value: String?, _ html: inout HTML, _ words: Words) {
        guard let value, let question, !scale.options.contains(where: { $0.code == value }) else {
            return scale.write(value, &html)
        }
        switch question.kind {
        case .closed, .open: scale.write(value, &html)
        case .number:
            let number = Int(value).map { words.number($0) } ?? value
            let unit = question.unit?.text(in: scale.languages)?.text
            html.text(unit.map { "\(number) \($0)" } ?? number)
        case .date: date(value, &html, words)
        case .several, .register:
            html.ul(.class("chosen")) { html in
                for chosen in Pack.AnswerValue.chosen(in: value) {
                    html.li { html in
                        let option = question.options.first { $0.code == chosen.code }
                        html.text(option?.name.text(in: scale.languages)?.text ?? chosen.code)
                        guard let day = chosen.date else { return }
                        html.text(" · ")
                        date(day, &html, words)
                    }
                }
            }
        }
    }

    private func date(_ text: String, _ html: inout HTML, _ words: Words) {
        guard let day = CalendarDate(text) else { return html.text(text) }
        html.add(DateText(words.date(day), iso: text))
    }
}
