extension HTML {
    // Lists and what opens on demand.

    public mutating func ul(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("ul", attributes, content)
    }

    public mutating func ol(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("ol", attributes, content)
    }

    public mutating func li(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("li", attributes, content)
    }

    public mutating func li(_ attributes: Attribute..., text: String) {
        element("li", attributes) { $0.text(text) }
    }

    public mutating func dl(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("dl", attributes, content)
    }

    public mutating func dt(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("dt", attributes, content)
    }

    public mutating func dt(_ attributes: Attribute..., text: String) {
        element("dt", attributes) { $0.text(text) }
    }

    public mutating func dd(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("dd", attributes, content)
    }

    public mutating func dd(_ attributes: Attribute..., text: String) {
        element("dd", attributes) { $0.text(text) }
    }

    public mutating func details(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("details", attributes, content)
    }

    public mutating func summary(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("summary", attributes, content)
    }

    public mutating func summary(_ attributes: Attribute..., text: String) {
        element("summary", attributes) { $0.text(text) }
    }
}
