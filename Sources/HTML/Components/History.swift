/// The acts on an object in words, newest first.
public struct History: Component {
    public struct Line {
        let at: DateText
        let sentence: (inout HTML) -> Void
        let entry: Link?

        /// - Parameters:
        ///   - sentence: who did what, in words.
        ///   - entry: the record's entry or the receipt, for whom there is one.
        public init(at: DateText, entry: Link?, sentence: @escaping (inout HTML) -> Void) {
            self.at = at
            self.sentence = sentence
            self.entry = entry
        }
    }

    let title: String
    let lines: [Line]
    let empty: String

    public init(title: String, lines: [Line], empty: String) {
        self.title = title
        self.lines = lines
        self.empty = empty
    }

    public func write(_ html: inout HTML) {
        html.section(.class("section"), .id("history")) { html in
            html.div(.class("section-head")) { $0.h2(text: title) }
            if lines.isEmpty { return html.add(EmptyState(empty)) }
            html.ol(.class("history"), .role("list")) { html in
                for line in lines {
                    html.li { html in
                        html.add(line.at)
                        html.div(content: line.sentence)
                        if let entry = line.entry { html.span(.class("entry")) { $0.add(entry) } }
                    }
                }
            }
        }
    }
}
