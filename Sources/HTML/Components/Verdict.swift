/// A verdict: a word from a scale, with its place on it drawn without colour.
public struct Verdict: Component, Sendable {
    let word: String
    let reached: Int
    let steps: Int

    /// - Parameters:
    ///   - reached: steps of the scale that the word stands for, 0 to `steps`.
    ///   - steps: of the whole scale, at most 10; 0 for a word without a grade such as "no information".
    public init(_ word: String, reached: Int, of steps: Int) {
        self.word = word
        self.steps = min(max(steps, 0), 10)
        self.reached = min(max(reached, 0), self.steps)
    }

    public func write(_ html: inout HTML) {
        html.span(.class(steps == 0 ? "verdict blank" : "verdict")) { html in
            if steps > 0 { scale(&html) }
            html.text(word)
        }
    }

    private func scale(_ html: inout HTML) {
        let width = steps * 9 - 2
        html.element(
            "svg", .drawing("viewBox", "0 0 \(width) 10"), .drawing("width", "\(width)"), .ariaHidden()
        ) { html in
            for step in 0..<steps {
                html.element(
                    "rect", .class(step < reached ? "reached" : ""), .drawing("x", "\(step * 9).5"),
                    .drawing("y", "0.5"), .drawing("width", "6"), .drawing("height", "9")
                ) { _ in }
            }
        }
    }
}
