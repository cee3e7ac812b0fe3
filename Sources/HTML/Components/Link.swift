/// A text that may lead somewhere.
public struct Link: Component, Sendable, Hashable {
    public let text: String
    /// Nil: plain text.
    public let href: String?
    /// Whether this is where the reader already is.
    public let isCurrent: Bool

    public init(_ text: String, href: String? = nil, isCurrent: Bool = false) {
        self.text = text
        self.href = href
        self.isCurrent = isCurrent
    }

    public func write(_ html: inout HTML) {
        guard let href else { return html.text(text) }
        html.a(.href(href), .when(isCurrent, .ariaCurrent("page")), text: text)
    }
}
