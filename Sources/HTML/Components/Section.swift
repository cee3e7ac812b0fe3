/// A part of a page: a heading over a hairline, with a count or a way on beside it.
public struct Section: Component {
    let title: String
    let id: String
    let aside: Link?
    let content: (inout HTML) -> Void

    /// - Parameters:
    ///   - id: unique in the page; it is the part's address.
    ///   - aside: a count or a way on.
    public init(_ title: String, id: String, aside: Link? = nil, content: @escaping (inout HTML) -> Void) {
        self.title = title
        self.id = id
        self.aside = aside
        self.content = content
    }

    public func write(_ html: inout HTML) {
        html.section(.class("section"), .aria("labelledby", id)) { html in
            html.div(.class("section-head")) { html in
                html.h2(.id(id), text: title)
                if let aside { html.span(.class("section-count")) { $0.add(aside) } }
            }
            content(&html)
        }
    }
}
