import Disclosure
import HTML
import Registry
import Words

/// To whom something is open now, for those who may see that; nothing for all others.
struct OpenToStrip {
    let reach: ReachView?
    /// Name of the assessed State.
    let state: String

    func write(_ html: inout HTML, _ words: Words) {
        guard let reach else { return }
        OpenTo(
            label: words("audience.label"), openWord: words("audience.open"),
            steps: Audience.allCases.map { step in
                OpenTo.Step(words("audience.\(step.code)"), isOpen: step <= reach.audience)
            },
            beside: OpenTo.Step(
                state.isEmpty ? words("audience.state") : state, isOpen: reach.isWithState),
            withheld: reach.withheldFrom == nil ? nil : words("audience.withheld")
        ).write(&html)
    }
}
