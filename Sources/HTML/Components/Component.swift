/// A piece of a page that writes itself. Its texts are given in the reader's language already.
public protocol Component {
    func write(_ html: inout HTML)
}

extension HTML {
    /// Writes a component where the page stands.
    public mutating func add(_ component: some Component) {
        component.write(&self)
    }
}
