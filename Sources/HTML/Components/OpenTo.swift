/// Who sees this: the ladder of audiences lit up to where it is open, the assessed State beside it.
public struct OpenTo: Component, Sendable {
    public struct Step: Sendable {
        let label: String
        let isOpen: Bool

        public init(_ label: String, isOpen: Bool) {
            self.label = label
            self.isOpen = isOpen
        }
    }

    let label: String
    let openWord: String
    let steps: [Step]
    let beside: Step?
    let withheld: String?

    /// - Parameters:
    ///   - label: e.g. `Open to`.
    ///   - openWord: said after an open step to those who do not see it lit.
    ///   - beside: the assessed State, if there is one.
    ///   - withheld: the word for it, where something is withheld.
    public init(
        label: String, openWord: String, steps: [Step], beside: Step? = nil, withheld: String? = nil
    ) {
        self.label = label
        self.openWord = openWord
        self.steps = steps
        self.beside = beside
        self.withheld = withheld
    }

    public func write(_ html: inout HTML) {
        html.div(.class("open-to")) { html in
            html.span(text: label)
            html.ol(.role("list")) { html in
                for step in steps { html.li { write(step, &$0) } }
            }
            if let beside { html.span(.class("beside")) { write(beside, &$0) } }
            if let withheld { html.span(.class("tag strong"), text: withheld) }
        }
    }

    private func write(_ step: Step, _ html: inout HTML) {
        html.span(.class(step.isOpen ? "open" : "closed"), text: step.label)
        if step.isOpen { html.span(.class("visually-hidden"), text: " (\(openWord))") }
    }
}
