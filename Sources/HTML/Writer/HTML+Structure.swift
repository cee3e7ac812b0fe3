extension HTML {
    // A page's parts.

    public mutating func html(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("html", attributes, content)
    }

    public mutating func head(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("head", attributes, content)
    }

    public mutating func body(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("body", attributes, content)
    }

    public mutating func main(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("main", attributes, content)
    }

    public mutating func header(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("header", attributes, content)
    }

    public mutating func footer(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("footer", attributes, content)
    }

    public mutating func nav(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("nav", attributes, content)
    }

    public mutating func section(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("section", attributes, content)
    }

    public mutating func article(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("article", attributes, content)
    }

    public mutating func aside(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("aside", attributes, content)
    }

    public mutating func div(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("div", attributes, content)
    }

    public mutating func div(_ attributes: Attribute..., text: String) {
        element("div", attributes) { $0.text(text) }
    }

    public mutating func span(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("span", attributes, content)
    }

    public mutating func span(_ attributes: Attribute..., text: String) {
        element("span", attributes) { $0.text(text) }
    }
}
