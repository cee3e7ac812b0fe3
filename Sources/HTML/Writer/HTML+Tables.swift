extension HTML {
    // Tables.

    public mutating func table(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("table", attributes, content)
    }

    public mutating func caption(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("caption", attributes, content)
    }

    public mutating func caption(_ attributes: Attribute..., text: String) {
        element("caption", attributes) { $0.text(text) }
    }

    public mutating func thead(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("thead", attributes, content)
    }

    public mutating func tbody(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("tbody", attributes, content)
    }

    public mutating func tfoot(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("tfoot", attributes, content)
    }

    public mutating func tr(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("tr", attributes, content)
    }

    public mutating func th(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("th", attributes, content)
    }

    public mutating func th(_ attributes: Attribute..., text: String) {
        element("th", attributes) { $0.text(text) }
    }

    public mutating func td(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("td", attributes, content)
    }

    public mutating func td(_ attributes: Attribute..., text: String) {
        element("td", attributes) { $0.text(text) }
    }
}
