import HTML
import Mandate
import Pack
import Registry
import Words

/// What the control for an answer's value has to know of its question.
struct AnswerChoices: Sendable, Hashable {
    let kind: Pack.Question.Kind
    /// The scale's, or the question's own.
    let options: [ActForm.Choice]
    /// What any question can be answered with: not applicable, no information.
    let outside: [ActForm.Choice]
    /// What a number counts.
    let unit: String?

    /// - Parameter scale: of the question's questionnaire.
    init(_ question: QuestionView, scale: [OptionView], languages: [String]) {
        func choice(_ option: OptionView) -> ActForm.Choice {
            .init(code: option.code, name: option.name.text(in: languages)?.text ?? option.code)
        }
        kind = question.kind
        options = question.options.map(choice)
        outside = scale.filter(\.isOutside).map(choice)
        unit = question.unit?.text(in: languages)?.text
    }
}

/// The value of an answer, with the control that its question's kind asks for.
///
/// Boxes are sent as `value.CODE`, the date of one as `value.CODE.date`; `FormReading` puts them together.
struct AnswerField {
    let form: ActForm
    let field: FieldDescription
    let answer: AnswerChoices

    func write(_ html: inout HTML, _ words: Words) {
        switch answer.kind {
        case .closed, .open:
            var form = form
            form.choices[field.name] = answer.kind == .closed ? answer.options : answer.outside
            row(form, words).write(&html, words)
        case .date, .number:
            row(form, words).write(&html, words)
            boxes(answer.outside, legend: words("answer.instead"), fault: nil, &html, words)
        case .several, .register:
            boxes(
                answer.options + answer.outside, legend: words("\(form.name).\(field.name)"),
                help: help(words), fault: form.faults[field.name], &html, words)
        }
    }

    private func row(_ form: ActForm, _ words: Words) -> FieldRow {
        FieldRow(
            form: form, field: field, name: field.name, language: nil, help: help(words),
            // The State may leave a value to the Directorate, and an open question has none.
            isNeeded: form.act.kind == RecordAnswer.kind && answer.kind != .open)
    }

    /// Nothing where the choices say it.
    private func help(_ words: Words) -> String? {
        if answer.kind == .closed { return nil }
        if let unit = answer.unit { return words("answer.help.number-of", ["unit": unit]) }
        return words("answer.help.\(answer.kind.rawValue)")
    }

    private func boxes(
        _ choices: [ActForm.Choice], legend: String, help: String? = nil, fault: String?,
        _ html: inout HTML, _ words: Words
    ) {
        let id = "field-\(form.mark.map { "\($0)-" } ?? "")\(field.name)\(help == nil ? "-instead" : "")"
        html.fieldset(.class(fault == nil ? "boxes" : "boxes has-error"), .id(id)) { html in
            html.legend(text: legend)
            if let help { html.p(.class("field-help"), text: help) }
            if let fault { html.p(.class("field-error"), text: fault) }
            for choice in choices { box(choice, &html, words) }
        }
    }

    private func box(_ choice: ActForm.Choice, _ html: inout HTML, _ words: Words) {
        let name = "\(field.name).\(choice.code)"
        let isDated = answer.kind == .register && answer.options.contains(choice)
        guard isDated else { return tick(choice, name, &html) }
        html.div(.class("box-row")) { html in
            tick(choice, name, &html)
            html.void(
                "input",
                [
                    .type("text"), .class("input date"), .name("\(name).date"),
                    .value(form.values["\(name).date"] ?? ""), .maxlength(10), .autocomplete("off"),
                    .ariaLabel(words("answer.date-of", ["name": choice.name])),
                ])
        }
    }

    /// Sent as "on", as every box without a value of its own is.
    private func tick(_ choice: ActForm.Choice, _ name: String, _ html: inout HTML) {
        html.label(.class("box")) { html in
            html.void(
                "input",
                [.type("checkbox"), .name(name), .when(form.values[name] != nil, Attribute.checked())])
            html.text(" \(choice.name)")
        }
    }
}

extension ActForm {
    /// Puts a value that stands already into the boxes of its question.
    mutating func fillBoxes(_ field: String, from value: String?) {
        guard let value, let answer else { return }
        let known = Set((answer.options + answer.outside).map(\.code))
        for chosen in Pack.AnswerValue.chosen(in: value) where known.contains(chosen.code) {
            values["\(field).\(chosen.code)"] = "on"
            values["\(field).\(chosen.code).date"] = chosen.date
        }
        let isOutside = answer.outside.contains { $0.code == value }
        if answer.kind != .closed, answer.kind != .open, isOutside { values[field] = nil }
    }
}
