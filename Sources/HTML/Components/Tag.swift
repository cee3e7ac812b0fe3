/// A short word that says of what kind something is.
public struct Tag: Component, Sendable {
    public enum Kind: String, Sendable {
        case plain, strong
        /// Nothing was found that fixes it; the pack assumes it.
        case assumption
    }

    let text: String
    let kind: Kind
    let href: String?

    public init(_ text: String, _ kind: Kind = .plain, href: String? = nil) {
        self.text = text
        self.kind = kind
        self.href = href
    }

    public func write(_ html: inout HTML) {
        let names = kind == .plain ? "tag" : "tag " + kind.rawValue
        if let href {
            html.a(.class(names), .href(href), text: text)
        } else {
            html.span(.class(names), text: text)
        }
    }
}
