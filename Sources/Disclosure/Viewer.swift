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
    /// Where nobody looks, but a head looks how something looks to an audience: then it is that audience's.
    public let previewed: Preview?

    /// Whose view a head asks for: a step of the ladder, or the assessed State.
    public enum Preview: Hashable, Sendable {
        case audience(Audience)
        case state(String)
    }

    public init(person: String, capacity: Capacity, about: String? = nil, belongsToUNSystem: Bool = false) {
        self.person = person
        self.capacity = capacity
        self.about = about
        self.belongsToUNSystem = belongsToUNSystem
        previewed = nil
    }

    /// How things look to others; of their rooms, only what was sent.
    public init(previewing preview: Preview) {
        self.init(preview: preview)
    }

    private init(preview: Preview?) {
        person = nil
        capacity = nil
        if case .state(let code) = preview { about = code } else { about = nil }
        belongsToUNSystem = false
        previewed = preview
    }

    /// Anyone, without credentials.
    public static let `public` = Viewer(preview: nil)

    /// Code of the State whose room this viewer shares: its Mission and its focal points do.
    public var state: String? {
        if case .state(let code) = previewed { return code }
        return capacity == .mission || capacity == .focalPoint ? about : nil
    }

    /// Code of the State for which this viewer answers single questions.
    public var contributesTo: String? { capacity == .contributor ? about : nil }

    /// The room that this viewer shares with others; nil for those who share none.
    public var room: Room? {
        if let state { return .state(state) }
        if previewed != nil { return nil }
        switch audience {
        case .directorate: return .directorate
        case .committee: return .committee
        default: return nil
        }
    }

    /// The step of the ladder on which this viewer stands.
    ///
    /// Administrators and auditors stand with the public: they see no content. The people of a State see,
    /// beside their own room, what other States see.
    public var audience: Audience {
        switch previewed {
        case .audience(let audience): return audience
        case .state: return .statesAndPartners
        case nil: break
        }
        return switch capacity {
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
    public var seesRecord: Bool { room == .directorate || capacity == .auditor }

    /// Whether the fields of others' entries may be opened; auditors see envelopes, not fields.
    public var opensFields: Bool { room == .directorate }
}
