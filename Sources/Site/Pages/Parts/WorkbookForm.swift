import HTML
import Words

/// The form by which somebody brings a workbook.
struct WorkbookForm {
    let action: String
    let csrf: String
    let label: String
    let help: String
    let button: String

    func write(_ html: inout HTML) {
        html.add(
            FormBox(action: action, hidden: [(name: "csrf", value: csrf)], hasFiles: true) { html in
                html.add(
                    FormField("file", label: label, .file(accept: ".xlsx"), help: help, isRequired: true))
                html.p(.class("actions")) {
                    $0.button(.type("submit"), .class("button primary"), text: button)
                }
            })
    }
}
