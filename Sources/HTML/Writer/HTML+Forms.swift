extension HTML {
    // Forms.

    public mutating func form(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("form", attributes, content)
    }

    public mutating func fieldset(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("fieldset", attributes, content)
    }

    public mutating func legend(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("legend", attributes, content)
    }

    public mutating func legend(_ attributes: Attribute..., text: String) {
        element("legend", attributes) { $0.text(text) }
    }

    public mutating func label(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("label", attributes, content)
    }

    public mutating func label(_ attributes: Attribute..., text: String) {
        element("label", attributes) { $0.text(text) }
    }

    public mutating func button(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("button", attributes, content)
    }

    public mutating func button(_ attributes: Attribute..., text: String) {
        element("button", attributes) { $0.text(text) }
    }

    public mutating func select(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("select", attributes, content)
    }

    public mutating func option(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("option", attributes, content)
    }

    public mutating func option(_ attributes: Attribute..., text: String) {
        element("option", attributes) { $0.text(text) }
    }

    public mutating func textarea(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("textarea", attributes, content)
    }

    public mutating func textarea(_ attributes: Attribute..., text: String) {
        element("textarea", attributes) { $0.text(text) }
    }

    public mutating func output(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("output", attributes, content)
    }

    public mutating func output(_ attributes: Attribute..., text: String) {
        element("output", attributes) { $0.text(text) }
    }

    public mutating func progress(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("progress", attributes, content)
    }

    public mutating func datalist(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("datalist", attributes, content)
    }

    public mutating func dialog(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("dialog", attributes, content)
    }
}
