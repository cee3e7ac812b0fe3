extension HTML {
    // Elements without content.

    public mutating func input(_ attributes: Attribute...) {
        void("input", attributes)
    }

    public mutating func br(_ attributes: Attribute...) {
        void("br", attributes)
    }

    public mutating func hr(_ attributes: Attribute...) {
        void("hr", attributes)
    }

    public mutating func img(_ attributes: Attribute...) {
        void("img", attributes)
    }

    public mutating func link(_ attributes: Attribute...) {
        void("link", attributes)
    }

    public mutating func meta(_ attributes: Attribute...) {
        void("meta", attributes)
    }

    public mutating func wbr(_ attributes: Attribute...) {
        void("wbr", attributes)
    }

    /// A script module of the site; there is no way to write a script's text.
    public mutating func script(src address: String) {
        element("script", [.type("module"), .src(address)]) { _ in }
    }
}
