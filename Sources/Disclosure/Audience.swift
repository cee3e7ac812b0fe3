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

    /// Beginning of the columns that say from when until when a row is open to this step; nil for the Directorate
    /// and the Committee, to whom a row opens with an entry and not with an hour.
    public var column: String? {
        switch self {
        case .directorate, .committee: nil
        case .unSystem: "un_system"
        case .statesAndPartners: "states"
        case .researchers: "researchers"
        case .public: "public"
        }
    }

    /// The steps beyond the Committee, narrowest first: a State's withholding closes these.
    public static let outside: [Audience] = [.unSystem, .statesAndPartners, .researchers, .public]

    public init?(code: String) {
        guard let found = Audience.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    public static func < (left: Audience, right: Audience) -> Bool { left.rawValue < right.rawValue }
}
