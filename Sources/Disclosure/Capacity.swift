/// In what role a person acts or looks. Every act and every view is done in exactly one.
///
/// The raw values are the codes that outside programs use.
public enum Capacity: String, CaseIterable, Hashable, Sendable {
    case expert
    case head
    case committeeMember = "committee-member"
    case chair
    case committeeSecretary = "committee-secretary"
    case focalPoint = "focal-point"
    case mission
    case contributor
    case partner
    case provider
    case researcher
    case administrator
    case auditor
    /// Performs what falls due; nobody holds it.
    case clock

    /// What a grant of this capacity must name: a State, an entity, or nothing.
    public var about: About {
        switch self {
        case .focalPoint, .mission, .contributor: .state
        case .partner, .provider: .entity
        default: .nothing
        }
    }

    /// The kinds of thing that a capacity can be about.
    public enum About: Hashable, Sendable { case nothing, state, entity }

    /// Whether holding it shows content, so that a head must confirm what an administrator grants.
    ///
    /// Administrators and auditors see no content; see "Confidentiality, exactly", 12.
    public var opensContent: Bool {
        switch self {
        case .administrator, .auditor, .clock: false
        default: true
        }
    }
}
