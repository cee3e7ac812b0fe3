import HTML
import Pack
import Registry
import Words

/// After which answers to which earlier question one is asked.
struct ConditionWords {
    let condition: Pack.Question.Condition
    /// Nil where whoever looks does not have it: then codes are shown.
    let earlier: QuestionView?
    let languages: [String]

    /// - Parameter href: where the earlier question stands.
    func write(href: String, _ html: inout HTML, _ words: Words) {
        let answers = condition.options.map { code in
            earlier?.options.first { $0.code == code }?.name.text(in: languages)?.text ?? code
        }
        html.a(.href(href), text: condition.question)
        html.text(" · \(answers.joined(separator: " / "))")
    }
}
