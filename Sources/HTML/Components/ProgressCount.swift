/// Progress: how many of how many are done.
public struct ProgressCount: Component, Sendable {
    let done: Int
    let total: Int
    let text: String
    let label: String

    /// - Parameters:
    ///   - text: the count in words, e.g. `3 of 11`.
    ///   - label: what is counted, for those who hear it.
    public init(done: Int, total: Int, text: String, label: String) {
        self.done = done
        self.total = total
        self.text = text
        self.label = label
    }

    public func write(_ html: inout HTML) {
        html.span(.class("progress")) { html in
            html.progress(.value(done), .max(max(total, 1)), .ariaLabel(label)) { $0.text(text) }
            html.span(text: text)
        }
    }
}
