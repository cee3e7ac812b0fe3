/// All that a form was refused for, each linked to its field.
public struct ErrorSummary: Component, Sendable {
    public struct Line: Sendable {
        let field: String?
        let message: String

        /// - Parameter field: the name of the form field, or nil if the whole is meant.
        public init(field: String?, _ message: String) {
            self.field = field
            self.message = message
        }
    }

    let title: String
    let lines: [Line]

    public init(title: String, lines: [Line]) {
        self.title = title
        self.lines = lines
    }

    public func write(_ html: inout HTML) {
        html.div(
            .class("error-summary"), .role("alert"), .tabindex(-1), .data("focus"), .id("error-summary")
        ) { html in
            html.h2(text: title)
            html.ul { html in
                for line in lines {
                    html.li { html in
                        html.add(Link(line.message, href: line.field.map { "#" + FormField.id(of: $0) }))
                    }
                }
            }
        }
    }
}
