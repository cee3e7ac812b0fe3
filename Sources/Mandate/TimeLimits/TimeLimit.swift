/// A date, duration or rhythm that a paragraph sets for an act, a mandate or a measure.
public struct TimeLimit: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case absolute, relative, recurring
    }

    public enum Value: Hashable, Sendable {
        case absolute(DuePoint)
        /// Runs from an event; its words are empty where the text names none.
        case relative(Period, from: String)
        case recurring(Period)
    }

    public let value: Value
    /// The words of the text.
    public let text: String

    public init(_ value: Value, text: String) {
        (self.value, self.text) = (value, text)
    }

    public var kind: Kind {
        switch value {
        case .absolute: .absolute
        case .relative: .relative
        case .recurring: .recurring
        }
    }

    /// `2025-12-31`, `2022-12`; `P12M from=<event>`; `R/P1Y`.
    public var normalised: String {
        switch value {
        case .absolute(let point): point.description
        case .relative(let period, let event): event.isEmpty ? "\(period)" : "\(period) from=\(event)"
        case .recurring(let period): "R/\(period)"
        }
    }

    /// Reads what `normalised` writes.
    public init?(normalised: String, text: String) {
        if normalised.hasPrefix("R/") {
            guard let period = Period(normalised.dropFirst(2)) else { return nil }
            self.init(.recurring(period), text: text)
        } else if let point = DuePoint(normalised) {
            self.init(.absolute(point), text: text)
        } else {
            let parts = normalised.split(separator: " ", maxSplits: 1)
            guard let first = parts.first, let period = Period(first) else { return nil }
            let event = parts.count > 1 && parts[1].hasPrefix("from=") ? String(parts[1].dropFirst(5)) : ""
            guard parts.count == 1 || !event.isEmpty else { return nil }
            self.init(.relative(period, from: event), text: text)
        }
    }
}
