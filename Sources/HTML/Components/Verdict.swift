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
            boxes(0..<reached, [.class("reached")], &html)
            boxes(reached..<steps, [], &html)
        }
    }

    /// One path for all of a kind: a questionnaire shows hundreds of verdicts.
    private func boxes(_ steps: Range<Int>, _ attributes: [Attribute], _ html: inout HTML) {
        guard !steps.isEmpty else { return }
        let path = steps.map { "M\($0 * 9).5.5h6v9h-6z" }.joined()
        html.element("path", attributes + [.drawing("d", path)]) { _ in }
    }
}
