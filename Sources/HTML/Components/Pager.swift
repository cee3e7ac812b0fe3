/// The way through a long list.
public struct Pager: Component, Sendable {
    let label: String
    let summary: String
    let previous: Link?
    let next: Link?

    /// - Parameter summary: e.g. `21–40 of 193`.
    public init(label: String, summary: String, previous: Link?, next: Link?) {
        self.label = label
        self.summary = summary
        self.previous = previous
        self.next = next
    }

    public func write(_ html: inout HTML) {
        html.nav(.class("pager"), .ariaLabel(label)) { html in
            html.span(text: summary)
            if let previous { html.a(.href(previous.href ?? "#"), .rel("prev"), text: previous.text) }
            if let next { html.a(.href(next.href ?? "#"), .rel("next"), text: next.text) }
        }
    }
}
