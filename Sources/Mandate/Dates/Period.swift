/// A length of time as a resolution prints it: "six months", "90 days".
public struct Period: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable {
        case hours = "H"
        case days = "D"
        case weeks = "W"
        case months = "M"
        case years = "Y"
    }

    /// How many units; 1 to 9999.
    public let count: Int
    public let unit: Unit

    public init?(_ count: Int, _ unit: Unit) {
        guard (1...9999).contains(count) else { return nil }
        (self.count, self.unit) = (count, unit)
    }

    /// `P12M`, `P2W`, `PT48H`: one number and one unit of ISO 8601-1:2019, 5.5.2.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        guard rest.popFirst() == "P" else { return nil }
        let ofTime = rest.first == "T"
        if ofTime { rest.removeFirst() }
        guard let last = rest.popLast(), let unit = Unit(rawValue: String(last)),
            ofTime == (unit == .hours), let count = Int(digits: Array(rest.utf8)[...])
        else { return nil }
        self.init(count, unit)
    }
}

extension Period: CustomStringConvertible {
    /// ISO 8601: `P12M`, `PT48H`.
    public var description: String {
        unit == .hours ? "PT\(count)H" : "P\(count)\(unit.rawValue)"
    }
}
