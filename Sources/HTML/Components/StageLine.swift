/// A stage: where something stands in a line of steps.
public struct StageLine: Component, Sendable {
    public enum Position: String, Sendable {
        case done, now, ahead
    }

    public struct Step: Sendable {
        let label: String
        let position: Position
        let since: DateText?

        /// - Parameter since: when the step was reached, if it was.
        public init(_ label: String, _ position: Position, since: DateText? = nil) {
            self.label = label
            self.position = position
            self.since = since
        }
    }

    let label: String
    let steps: [Step]

    /// - Parameter label: what the line is about, for those who hear it.
    public init(label: String, steps: [Step]) {
        self.label = label
        self.steps = steps
    }

    public func write(_ html: inout HTML) {
        html.ol(.class("stage-line"), .ariaLabel(label), .tabindex(0)) { html in
            for step in steps {
                html.li(
                    .class(step.position.rawValue), .when(step.position == .now, .ariaCurrent("step"))
                ) { html in
                    html.text(step.label)
                    if let since = step.since { html.add(since) }
                }
            }
        }
    }
}
