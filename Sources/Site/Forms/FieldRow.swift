import HTML
import Mandate
import Registry
import Words

/// One field of an act's form: label, help, fault, control.
struct FieldRow {
    let form: ActForm
    let field: FieldDescription
    /// As it is sent.
    let name: String
    /// For one wording of several.
    let language: String?
    /// Whether it is the only one that is asked for, and so bears the field's own name.
    var isAlone = false
    /// In place of the field's own.
    var help: String?
    /// Needed here, though not by the act for all it is about.
    var isNeeded = false

    private var id: String { "field-\(form.mark.map { "\($0)-" } ?? "")\(name.replacing(".", with: "-"))" }
    private var value: String { form.values[name] ?? "" }
    private var fault: String? { form.faults[name] ?? (language == nil ? nil : form.faults[field.name]) }

    func write(_ html: inout HTML, _ words: Words) {
        let key = "\(form.name).\(field.name)"
        let own = words.has("\(key).help") && (language == nil || isAlone) ? words("\(key).help") : nil
        let help = help ?? own
        html.div(.class(fault == nil ? "field" : "field has-error")) { html in
            html.label(.for(id)) { html in
                html.text(language.flatMap { isAlone ? nil : words("language.\($0)") } ?? words(key))
                guard let note = note(key, words) else { return }
                html.text(" ")
                html.span(.class("field-note"), text: "(\(note))")
            }
            if let help { html.p(.class("field-help"), .id("\(id)-help"), text: help) }
            if let fault { html.p(.class("field-error"), .id("\(id)-error"), text: fault) }
            control(&html, words, describedBy: describedBy(hasHelp: help != nil))
        }
    }

    private func note(_ key: String, _ words: Words) -> String? {
        let isFree = !field.isRequired && !isNeeded
        guard let language else { return isFree ? words("form.optional") : nil }
        guard isAlone else { return nil }
        let name = words("language.\(language)")
        guard isFree else { return name }
        let needed = words.first(of: "\(key).needed", "form.optional")
        return words("form.in-language", ["language": name, "note": needed])
    }

    private func describedBy(hasHelp: Bool) -> String {
        [hasHelp ? "\(id)-help" : nil, fault == nil ? nil : "\(id)-error"].compactMap { $0 }
            .joined(separator: " ")
    }

    private func control(_ html: inout HTML, _ words: Words, describedBy: String) {
        let required = field.isRequired && language == nil
        let common: [Attribute] = [
            .id(id), .name(name), .when(required, .required()),
            .when(!describedBy.isEmpty, .aria("describedby", describedBy)),
            .when(fault != nil, .aria("invalid", "true")), .when(language != nil, .lang(language ?? "")),
        ]
        if let choices = form.choices[field.name] { return select(&html, common, choices, words) }
        switch field.kind {
        case .choice(let codes):
            select(
                &html, common,
                codes.map {
                    ActForm.Choice(
                        code: $0,
                        name: words.first(
                            of: "\(form.name).\(field.name).\($0)", "choice.\($0)", "capacity.\($0)"))
                },
                words)
        case .language:
            select(
                &html, common,
                ["en", "zh-Hant", "zh-Hans", "fr", "es", "ru", "ar"].map {
                    ActForm.Choice(code: $0, name: words("language.\($0)"))
                }, words)
        case .text(let most), .localized(let most):
            let rows = most > 100_000 ? 18 : field.isStructured && most > 4_000 ? 9 : language == nil ? 4 : 3
            html.element("textarea", common + [.rows(rows)]) { $0.text(value) }
        case .date: html.void("input", common + [.type("date"), .value(value)])
        case .email: html.void("input", common + [.type("email"), .value(value), .autocomplete("off")])
        case .line(let most): html.void("input", common + [.type("text"), .value(value), .maxlength(most)])
        default: html.void("input", common + [.type("text"), .value(value)])
        }
    }

    private func select(
        _ html: inout HTML, _ common: [Attribute], _ choices: [ActForm.Choice], _ words: Words
    ) {
        html.element("select", common) { html in
            html.option(.value(""), text: words("form.choose"))
            for choice in choices {
                html.option(.value(choice.code), .selected(choice.code == value), text: choice.name)
            }
        }
    }
}
