extension HTML {
    // Words and passages.

    public mutating func h1(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("h1", attributes, content)
    }

    public mutating func h1(_ attributes: Attribute..., text: String) {
        element("h1", attributes) { $0.text(text) }
    }

    public mutating func h2(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("h2", attributes, content)
    }

    public mutating func h2(_ attributes: Attribute..., text: String) {
        element("h2", attributes) { $0.text(text) }
    }

    public mutating func h3(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("h3", attributes, content)
    }

    public mutating func h3(_ attributes: Attribute..., text: String) {
        element("h3", attributes) { $0.text(text) }
    }

    public mutating func h4(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("h4", attributes, content)
    }

    public mutating func h4(_ attributes: Attribute..., text: String) {
        element("h4", attributes) { $0.text(text) }
    }

    public mutating func p(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("p", attributes, content)
    }

    public mutating func p(_ attributes: Attribute..., text: String) {
        element("p", attributes) { $0.text(text) }
    }

    public mutating func a(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("a", attributes, content)
    }

    public mutating func a(_ attributes: Attribute..., text: String) {
        element("a", attributes) { $0.text(text) }
    }

    public mutating func strong(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("strong", attributes, content)
    }

    public mutating func strong(_ attributes: Attribute..., text: String) {
        element("strong", attributes) { $0.text(text) }
    }

    public mutating func em(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("em", attributes, content)
    }

    public mutating func em(_ attributes: Attribute..., text: String) {
        element("em", attributes) { $0.text(text) }
    }

    public mutating func small(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("small", attributes, content)
    }

    public mutating func small(_ attributes: Attribute..., text: String) {
        element("small", attributes) { $0.text(text) }
    }

    public mutating func mark(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("mark", attributes, content)
    }

    public mutating func mark(_ attributes: Attribute..., text: String) {
        element("mark", attributes) { $0.text(text) }
    }

    public mutating func code(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("code", attributes, content)
    }

    public mutating func code(_ attributes: Attribute..., text: String) {
        element("code", attributes) { $0.text(text) }
    }

    public mutating func pre(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("pre", attributes, content)
    }

    public mutating func blockquote(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows
    {
        try element("blockquote", attributes, content)
    }

    public mutating func q(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("q", attributes, content)
    }

    public mutating func q(_ attributes: Attribute..., text: String) {
        element("q", attributes) { $0.text(text) }
    }

    public mutating func cite(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("cite", attributes, content)
    }

    public mutating func cite(_ attributes: Attribute..., text: String) {
        element("cite", attributes) { $0.text(text) }
    }

    public mutating func time(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("time", attributes, content)
    }

    public mutating func time(_ attributes: Attribute..., text: String) {
        element("time", attributes) { $0.text(text) }
    }

    public mutating func abbr(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("abbr", attributes, content)
    }

    public mutating func abbr(_ attributes: Attribute..., text: String) {
        element("abbr", attributes) { $0.text(text) }
    }

    public mutating func kbd(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("kbd", attributes, content)
    }

    public mutating func kbd(_ attributes: Attribute..., text: String) {
        element("kbd", attributes) { $0.text(text) }
    }

    public mutating func sup(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("sup", attributes, content)
    }

    public mutating func sup(_ attributes: Attribute..., text: String) {
        element("sup", attributes) { $0.text(text) }
    }

    public mutating func del(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("del", attributes, content)
    }

    public mutating func del(_ attributes: Attribute..., text: String) {
        element("del", attributes) { $0.text(text) }
    }

    public mutating func ins(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("ins", attributes, content)
    }

    public mutating func ins(_ attributes: Attribute..., text: String) {
        element("ins", attributes) { $0.text(text) }
    }

    public mutating func b(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("b", attributes, content)
    }

    public mutating func b(_ attributes: Attribute..., text: String) {
        element("b", attributes) { $0.text(text) }
    }

    public mutating func bdi(_ attributes: Attribute..., content: (inout HTML) throws -> Void) rethrows {
        try element("bdi", attributes, content)
    }

    public mutating func bdi(_ attributes: Attribute..., text: String) {
        element("bdi", attributes) { $0.text(text) }
    }
}
