/// Terms, and what they are here.
public struct DefinitionList: Component {
    public struct Line {
        let term: String
        let content: (inout HTML) -> Void

        public init(_ term: String, _ text: String) {
            self.term = term
            content = { $0.text(text) }
        }

        public init(_ term: String, content: @escaping (inout HTML) -> Void) {
            self.term = term
            self.content = content
        }
    }

    let lines: [Line]

    public init(_ lines: [Line]) {
        self.lines = lines
    }

    public func write(_ html: inout HTML) {
        html.dl(.class("definitions")) { html in
            for line in lines {
                html.dt(text: line.term)
                html.dd(content: line.content)
            }
        }
    }
}
