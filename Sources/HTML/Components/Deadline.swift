/// A deadline: a date with its distance, and which event and limit made it.
public struct Deadline: Component, Sendable {
    public enum Nearness: String, Sendable {
        case far, soon, late
        /// Fulfilled or spent: no distance matters any more.
        case settled
    }

    let date: DateText
    let distance: String
    let nearness: Nearness
    let because: Link?

    /// - Parameters:
    ///   - distance: from today, in words, e.g. `in 12 days`; or the status, where it is settled.
    ///   - because: the event and limit that made the date.
    public init(_ date: DateText, distance: String, _ nearness: Nearness, because: Link? = nil) {
        self.date = date
        self.distance = distance
        self.nearness = nearness
        self.because = because
    }

    public func write(_ html: inout HTML) {
        html.span(.class("deadline " + nearness.rawValue)) { html in
            html.add(date)
            html.text(" ")
            html.span(.class("deadline-distance"), text: distance)
            if let because {
                html.text(" ")
                html.span(.class("deadline-because")) { $0.add(because) }
            }
        }
    }
}
