/// What stands where nothing is: it says so, and what could be done.
public struct EmptyState: Component, Sendable {
    let text: String
    let next: Link?

    public init(_ text: String, next: Link? = nil) {
        self.text = text
        self.next = next
    }

    public func write(_ html: inout HTML) {
        html.div(.class("empty")) { html in
            html.p(text: text)
            if let next { html.p { $0.add(next) } }
        }
    }
}
