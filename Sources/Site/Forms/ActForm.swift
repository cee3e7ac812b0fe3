import HTML
import Mandate
import Record
import Registry
import Words

/// The form of an act: made from the act's own description of its fields.
struct ActForm: Sendable {
    let act: any Act.Type
    /// What stands in the fields: presets, or what was typed. Parts of a wording as `what.en`.
    var values: [String: String]
    /// Fields that the page knows already; they are not asked for.
    var fixed: Set<String> = []
    /// Fields that are left out here: they are absent from what is sent.
    var omitted: Set<String> = []
    /// The language in which wordings are asked for, beside those that stand; nil: each of the interface.
    var language: String?
    /// What was wrong with what was sent, by field.
    var faults: [String: String] = [:]
    /// Choices that come from the pack or the register, by field: code and name.
    var choices: [String: [Choice]] = [:]
    let csrf: String
    /// The same form sent twice is done once.
    var idempotencyKey: String
    /// Where to go after.
    var next: String?
    /// The question that is answered, where the act answers one.
    var answer: AnswerChoices?
    /// What the points of its scale mean.
    var anchors: Anchors?
    /// Whether it shows how its structured texts read.
    var showsPreview = false
    /// Sets its identifiers apart from those of other forms on the page; nil: the page's one form.
    var mark: String?

    struct Choice: Sendable, Hashable {
        let code: String
        let name: String
    }

    var name: String { act.kind.rawValue }

    func write(_ html: inout HTML, _ words: Words) {
        let attributes: [Attribute] = [
            .class("form act-form"), .method("post"), .action("/acts/\(name)"),
            .data("draft", "/drafts/\(name)"), .data("once"),
        ]
        html.element("form", attributes + (mark == nil ? Self.draftWords(words) : [])) { html in
            hidden(&html, "csrf", csrf)
            hidden(&html, "idempotency-key", idempotencyKey)
            if let next { hidden(&html, "next", next) }
            for field in act.fields where field.isSupplied && !omitted.contains(field.name) {
                write(field, &html, words)
                if field.name == "value" { anchors?.write(&html, words) }
            }
            html.p(.class("actions")) { html in
                html.button(.type("submit"), .class("button primary"), text: words("act.\(name).button"))
                if hasStructured {
                    html.button(
                        .type("submit"), .class("button"), .formaction("/acts/\(name)/preview"),
                        .formnovalidate(), text: words("form.preview"))
                }
            }
        }
    }

    private var hasStructured: Bool {
        mark == nil && act.fields.contains { $0.isStructured && !omitted.contains($0.name) }
    }

    /// What the status of a draft says, for the form or for what holds many forms.
    static func draftWords(_ words: Words) -> [Attribute] {
        [
            .data("saved", words("form.draft-saved", ["time": "{time}"])),
            .data("saving", words("form.draft-saving")), .data("failed", words("form.draft-failed")),
        ]
    }

    private func hidden(_ html: inout HTML, _ name: String, _ value: String) {
        html.input(.type("hidden"), .name(name), .value(value))
    }

    private func write(_ field: FieldDescription, _ html: inout HTML, _ words: Words) {
        let isFixed = fixed.contains(field.name)
        if case .version = field.kind { return hidden(&html, field.name, values[field.name] ?? "") }
        if isFixed { return hidden(&html, field.name, values[field.name] ?? "") }
        if case .localized = field.kind { return writeWording(field, &html, words) }
        if let answer, field.name == "value" {
            return AnswerField(form: self, field: field, answer: answer).write(&html, words)
        }
        if case .references = field.kind { return writeBoxes(field, &html, words) }
        FieldRow(form: self, field: field, name: field.name, language: nil).write(&html, words)
    }

    /// One box per language of the interface.
    private func writeWording(_ field: FieldDescription, _ html: inout HTML, _ words: Words) {
        let spoken = Self.languages(of: values, field.name).filter {
            language == nil || $0 == language || values["\(field.name).\($0)"]?.isEmpty == false
        }
        if spoken.count == 1, let only = spoken.first {
            var row = FieldRow(form: self, field: field, name: "\(field.name).\(only)", language: only)
            row.isAlone = true
            return row.write(&html, words)
        }
        html.fieldset(.class("wording")) { html in
            html.legend { html in
                html.text(words("\(name).\(field.name)"))
                if !field.isRequired {
                    let note = words.first(of: "\(name).\(field.name).needed", "form.optional")
                    html.text(" "); html.span(.class("field-note"), text: "(\(note))")
                }
            }
            if mark == nil, words.has("\(name).\(field.name).help") {
                html.p(.class("field-help"), text: words("\(name).\(field.name).help"))
            }
            if field.isStructured { html.p(.class("field-help"), text: words("form.structured.help")) }
            for language in spoken {
                FieldRow(form: self, field: field, name: "\(field.name).\(language)", language: language)
                    .write(&html, words)
            }
        }
    }

    /// One box to tick for each object that can be named.
    private func writeBoxes(_ field: FieldDescription, _ html: inout HTML, _ words: Words) {
        let id = "field-\(field.name)"
        html.fieldset(.class(faults[field.name] == nil ? "boxes" : "boxes has-error"), .id(id)) { html in
            html.legend { html in
                html.text(words("\(name).\(field.name)"))
                if !field.isRequired {
                    html.text(" "); html.span(.class("field-note"), text: "(\(words("form.optional")))")
                }
            }
            if mark == nil, words.has("\(name).\(field.name).help") {
                html.p(.class("field-help"), text: words("\(name).\(field.name).help"))
            }
            if let fault = faults[field.name] { html.p(.class("field-error"), text: fault) }
            let offered = choices[field.name] ?? []
            if offered.isEmpty { html.p(.class("empty"), text: words("form.nothing-to-choose")) }
            for choice in offered {
                let box = "\(field.name).\(choice.code)"
                html.label(.class("box")) { html in
                    html.void(
                        "input",
                        [
                            .type("checkbox"), .name(box), .value("on"),
                            .when(values[box] != nil, Attribute.checked()),
                        ])
                    html.text(" \(choice.name)")
                }
            }
        }
    }

    /// English and Chinese, and whatever other language has a wording already.
    static func languages(of values: [String: String], _ field: String) -> [String] {
        let others = values.keys.compactMap { key -> String? in
            guard key.hasPrefix("\(field)."), values[key]?.isEmpty == false else { return nil }
            return String(key.dropFirst(field.count + 1))
        }
        return ["en", "zh-Hans"] + others.filter { $0 != "en" && $0 != "zh-Hans" }.sorted()
    }
}
