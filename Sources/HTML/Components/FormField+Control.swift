extension FormField {
    func writeControl(_ html: inout HTML) {
        switch control {
        case .text(let value, let kind): html.void("input", shared + text(value, kind))
        case .longText(let value, let rows):
            html.element("textarea", shared + [.class("input"), .rows(rows), .dir("auto")]) { html in
                // A browser drops the first line end after the tag; one more keeps what was typed.
                if value.hasPrefix("\n") { html.text("\n") }
                html.text(value)
            }
        case .date(let value):
            html.void("input", shared + [.class("input short"), .type("date"), .value(value)])
        case .month(let value):
            html.void(
                "input",
                shared + [
                    .class("input short"), .type("month"), .value(value), .placeholder("2023-03"),
                ])
        case .select(let options, let chosen, let empty): select(options, chosen, empty, &html)
        case .radio(let options, let chosen):
            for option in options { choice(option, "radio", isChosen: option.value == chosen, &html) }
        case .checkboxes(let options, let chosen):
            for option in options {
                choice(option, "checkbox", isChosen: chosen.contains(option.value), &html)
            }
        case .file(let accept):
            html.void(
                "input",
                shared + [.class("input"), .type("file"), .when(!accept.isEmpty, .accept(accept))])
        }
    }

    private var shared: [Attribute] {
        [
            .id(id), .name(name), .required(isRequired), .autofocus(isFocused), describedBy,
            .when(error != nil, .aria("invalid", "true")), .when(language != nil, .lang(language ?? "")),
        ]
    }

    private func text(_ value: String, _ kind: FormControl.TextKind) -> [Attribute] {
        let input: [Attribute] = [.class("input"), .value(value)]
        return switch kind {
        case .plain: input + [.type("text"), .dir("auto")]
        case .email: input + [.type("email"), .autocomplete("username")]
        // A password never goes back to the page.
        case .password: [.class("input"), .type("password"), .autocomplete("current-password")]
        case .newPassword: [.class("input"), .type("password"), .autocomplete("new-password")]
        case .number: [.class("input short"), .value(value), .type("text"), .inputmode("numeric")]
        case .search: input + [.type("search")]
        }
    }

    private func select(
        _ options: [FormControl.Option], _ chosen: String, _ empty: String?, _ html: inout HTML
    ) {
        html.element("select", shared + [.class("input")]) { html in
            if let empty { html.option(.value(""), text: empty) }
            for option in options {
                html.option(
                    .value(option.value), .selected(option.value == chosen), text: option.label)
            }
        }
    }

    private func choice(
        _ option: FormControl.Option, _ type: StaticString, isChosen: Bool, _ html: inout HTML
    ) {
        let optionID = id + "-" + option.value
        html.div(.class("choice")) { html in
            html.input(
                .type(type), .id(optionID), .name(name), .value(option.value), .checked(isChosen),
                .required(isRequired && !isMultiple),
                .when(option.help != nil, .aria("describedby", optionID + "-help")))
            html.label(.for(optionID), text: option.label)
            if let help = option.help {
                html.p(.class("field-help"), .id(optionID + "-help"), text: help)
            }
        }
    }

    private var isMultiple: Bool {
        if case .checkboxes = control { true } else { false }
    }
}
