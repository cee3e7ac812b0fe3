/// Where drafts live. Nothing leaves a room before its *send* act.
public enum Room: Hashable, Sendable {
    case directorate
    case committee
    /// Code of the State.
    case state(String)

    /// As a row says where it arose.
    public var kind: Kind {
        switch self {
        case .directorate: .directorate
        case .committee: .committee
        case .state: .state
        }
    }

    /// The kinds of room; each has a pair of columns that say in which entries a version stood there.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case directorate, state, committee
    }
}
