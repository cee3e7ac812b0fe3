/// Who looks: a person in one capacity, or the public.
public struct Viewer: Hashable, Sendable {
    /// Identifier of the person; nil for the public.
    public let person: String?
    /// The one capacity in which they look; nil for the public.
    public let capacity: Capacity?
    /// Code of the State or entity that the capacity is about.
    public let about: String?
    /// Whether a partner's entity belongs to the UN system, which the pack says.
    public let belongsToUNSystem: Bool

    public init(person: String, capacity: Capacity, about: String? = nil, belongsToUNSystem: Bool = false) {
        self.person = person
        self.capacity = capacity
        self.about = about
        self.belongsToUNSystem = belongsToUNSystem
    }

    private init() {
        person = nil
        capacity = nil
        about = nil
        belongsToUNSystem = false
    }

    /// Anyone, without credentials.
    public static let `public` = Viewer()

    /// The step of the ladder on which this viewer stands.
    ///
    /// Administrators and auditors stand with the public: they see no content. The people of a State see,
    /// beside their own room, what other States see.
    public var audience: Audience {
        switch capacity {
        case .expert, .head, .clock: .directorate
        case .committeeMember, .chair, .committeeSecretary: .committee
        case .partner: belongsToUNSystem ? .unSystem : .statesAndPartners
        case .focalPoint, .mission, .contributor, .provider: .statesAndPartners
        case .researcher: .researchers
        case .administrator, .auditor, nil: .public
        }
    }

    /// Whether everybody's account is shown to this viewer, and not only their own.
    public var seesAllPeople: Bool {
        switch capacity {
        case .expert, .head, .administrator, .auditor, .committeeSecretary, .clock: true
        default: false
        }
    }

    /// Whether e-mail addresses of others are shown: only to those who keep the accounts.
    public var seesAddresses: Bool { capacity == .head || capacity == .administrator }

    /// Whether the record is shown whole: its order, its size, everybody's entries.
    public var seesRecord: Bool { audience == .directorate || capacity == .auditor }

    /// Whether the fields of others' entries may be opened; auditors see envelopes, not fields.
    public var opensFields: Bool { audience == .directorate }
}
