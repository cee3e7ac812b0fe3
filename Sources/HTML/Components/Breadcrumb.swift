/// Where a page stands, from the outside in.
public struct Breadcrumb: Component, Sendable {
    let label: String
    let links: [Link]

    public init(label: String, _ links: [Link]) {
        self.label = label
        self.links = links
    }

    public func write(_ html: inout HTML) {
        html.nav(.class("breadcrumb"), .ariaLabel(label)) { html in
            html.ol(.role("list")) { html in
                for link in links { html.li { $0.add(link) } }
            }
        }
    }
}
