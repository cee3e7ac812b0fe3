/// One field of a form: label, help, error and the control, tied together for those who hear them.
public struct FormField: Component, Sendable {
    let name: String
    let label: String
    let control: FormControl
    let note: String?
    let help: String?
    let error: String?
    let isRequired: Bool
    let isFocused: Bool
    let language: String?

    /// - Parameters:
    ///   - name: as it is sent; unique in the page.
    ///   - note: the word for required or optional, beside the label.
    ///   - language: of what is typed, where it is not the page's.
    public init(
        _ name: String, label: String, _ control: FormControl, note: String? = nil, help: String? = nil,
        error: String? = nil, isRequired: Bool = false, isFocused: Bool = false, language: String? = nil
    ) {
        self.name = name
        self.label = label
        self.control = control
        self.note = note
        self.help = help
        self.error = error
        self.isRequired = isRequired
        self.isFocused = isFocused
        self.language = language
    }

    /// The element that an error's link jumps to.
    public static func id(of name: String) -> String { "field-" + name }

    var id: String { Self.id(of: name) }

    public func write(_ html: inout HTML) {
        let box = error == nil ? "field" : "field has-error"
        if control.isGroup {
            html.fieldset(.class(box), .id(id), .tabindex(-1), describedBy) { html in
                html.legend { labelText(&$0) }
                rest(&html)
            }
        } else {
            html.div(.class(box)) { html in
                html.label(.for(id)) { labelText(&$0) }
                rest(&html)
            }
        }
    }

    private func labelText(_ html: inout HTML) {
        html.text(label)
        if let note { html.span(.class("field-note"), text: " (\(note))") }
    }

    private func rest(_ html: inout HTML) {
        if let help { html.p(.class("field-help"), .id(id + "-help"), text: help) }
        if let error {
            html.p(.class("field-error"), .id(id + "-error")) { html in
                html.add(Icon.stop)
                html.text(error)
            }
        }
        writeControl(&html)
    }

    /// Names help and error, so that they are read out with the control.
    var describedBy: Attribute {
        var ids: [String] = []
        if help != nil { ids.append(id + "-help") }
        if error != nil { ids.append(id + "-error") }
        return .when(!ids.isEmpty, .aria("describedby", ids.joined(separator: " ")))
    }
}
