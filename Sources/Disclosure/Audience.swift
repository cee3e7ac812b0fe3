/// A step of the ladder of audiences, narrowest first. Each sees what the wider ones see.
public enum Audience: Int, CaseIterable, Comparable, Hashable, Sendable {
    case directorate
    case committee
    case unSystem
    case statesAndPartners
    case researchers
    case `public`

    /// The code that outside programs use.
    public var code: String {
        switch self {
        case .directorate: "directorate"
        case .committee: "committee"
        case .unSystem: "un-system"
        case .statesAndPartners: "states-and-partners"
        case .researchers: "researchers"
        case .public: "public"
        }
    }

    public init?(code: String) {
        guard let found = Audience.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    public static func < (left: Audience, right: Audience) -> Bool { left.rawValue < right.rawValue }
}
