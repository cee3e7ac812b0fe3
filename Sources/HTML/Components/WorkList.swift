/// What is due or waits: a line each, with its deadline, its name and the paragraph that it rests on.
public struct WorkList: Component, Sendable {
    public struct Line: Sendable {
        let deadline: Deadline?
        let what: Link
        let about: String?
        let restsOn: Link?

        public init(_ what: Link, about: String? = nil, deadline: Deadline? = nil, restsOn: Link? = nil) {
            self.what = what
            self.about = about
            self.deadline = deadline
            self.restsOn = restsOn
        }
    }

    let lines: [Line]
    let empty: String

    public init(_ lines: [Line], empty: String) {
        self.lines = lines
        self.empty = empty
    }

    public func write(_ html: inout HTML) {
        if lines.isEmpty { return html.add(EmptyState(empty)) }
        html.ol(.class("work-list"), .role("list"), .data("list")) { html in
            for line in lines {
                html.li { html in
                    html.div { if let deadline = line.deadline { $0.add(deadline) } }
                    html.div { html in
                        html.a(.class("what"), .href(line.what.href ?? "#"), text: line.what.text)
                        if let about = line.about { html.span(.class("about"), text: about) }
                    }
                    html.div(.class("rests")) { if let link = line.restsOn { $0.add(link) } }
                }
            }
        }
    }
}
