extension Visibility {
    /// One version of an item, with all that decides who sees it.
    public struct ItemVersion: Hashable, Sendable {
        public var type: String
        /// Where it arose; nil for a team's.
        public var room: Room.Kind?
        public var state: String
        public var assessment: String
        public var requirement = ""
        public var question = ""
        public var author = ""
        public var id = ""
        /// From which entry until before which one it stood in a room.
        public var stands: [Room.Kind: Range<Int>] = [:]
        public var ladder = Ladder.closed
        /// From which step outwards it is withheld; nil where it is not.
        public var withheldFrom: Audience?

        public init(type: String, room: Room.Kind?, state: String, assessment: String) {
            (self.type, self.room, self.state, self.assessment) = (type, room, state, assessment)
        }
    }

    /// A grant to a named State, entity or person.
    public struct NamedGrant: Hashable, Sendable {
        /// The item, or for a case team the assessment.
        public let scope: String
        /// `person:…`, `state:…`, `entity:…`.
        public let grantee: String
        public let room: Room.Kind
        public let interval: Ladder.Interval

        public init(scope: String, grantee: String, room: Room.Kind, interval: Ladder.Interval) {
            (self.scope, self.grantee, self.room, self.interval) = (scope, grantee, room, interval)
        }
    }

    /// What concerns one person or entity by name.
    public struct Names: Sendable {
        public var grants: [NamedGrant] = []
        /// Assessments from whose file the viewer is excluded.
        public var excludedFiles: Set<String> = []
        /// Assessments in which the viewer reads second.
        public var blindIn: Set<String> = []
        /// `assessment/requirement` that the viewer rated as second reader.
        public var read: Set<String> = []
        /// `assessment/question`, or `request/number`, handed to the viewer.
        public var handed: Set<String> = []

        public init() {}
    }

    /// Types that nobody but the Directorate and the State ever sees (I36).
    public static let rawTypes: Set<String> = ["answer", "rating"]
    /// Types that a case team sees before adoption.
    public static let caseTeamTypes: Set<String> = ["assessment", "overview", "finding", "recommendation"]

    /// Whether a viewer sees a version of an item: some open grant covers them, and no exclusion names them.
    ///
    /// - Parameters:
    ///   - entry: the last entry that counts.
    ///   - now: the hour of reading.
    public static func isVisible(
        _ item: ItemVersion, to viewer: Viewer, _ names: Names, asOf entry: Int, now: Int64
    ) -> Bool {
        guard !names.excludedFiles.contains(item.assessment) || item.assessment.isEmpty else { return false }
        func stands(in room: Room.Kind) -> Bool {
            guard item.stands[room]?.contains(entry) == true else { return false }
            return room == .directorate || viewer.previewed == nil || item.stands[.directorate] != nil
        }
        switch viewer.audience {
        case .directorate: return stands(in: .directorate) && !isBlind(item, viewer, names)
        case .committee: return stands(in: .committee) && !rawTypes.contains(item.type)
        default: break
        }
        if let own = viewer.state, own == item.state { return stands(in: .state) }
        if item.state == viewer.contributesTo, stands(in: .state), isHanded(item, names) { return true }
        let isOpen =
            item.ladder[viewer.audience].holds(now)
            || viewer.audience != .public && isGranted(item, in: .committee, viewer, names, now)
        if !rawTypes.contains(item.type), item.stands[.committee]?.contains(entry) == true, isOpen {
            return true
        }
        return viewer.audience != .public && caseTeamTypes.contains(item.type)
            && item.stands[.state]?.contains(entry) == true && item.stands[.directorate] != nil
            && isGranted(item, in: .state, viewer, names, now)
    }

    private static func isBlind(_ item: ItemVersion, _ viewer: Viewer, _ names: Names) -> Bool {
        (item.type == "rating"
            || item.type == "evidence" && item.room == .directorate && !item.requirement.isEmpty)
            && item.author != viewer.person ?? "" && names.blindIn.contains(item.assessment)
            && !names.read.contains("\(item.assessment)/\(item.requirement)")
    }

    private static func isHanded(_ item: ItemVersion, _ names: Names) -> Bool {
        switch item.type {
        case "answer", "step", "remark", "evidence", "request-reply":
            item.room == .state && names.handed.contains("\(item.assessment)/\(item.question)")
        case "request-point": names.handed.contains("\(item.assessment)/\(item.question)")
        case "assessment", "request": names.handed.contains { $0.hasPrefix("\(item.id)/") }
        default: false
        }
    }

    private static func isGranted(
        _ item: ItemVersion, in room: Room.Kind, _ viewer: Viewer, _ names: Names, _ now: Int64
    ) -> Bool {
        if let from = item.withheldFrom, viewer.audience >= from { return false }
        let scope = room == .committee ? item.id : item.assessment
        return names.grants.contains {
            $0.scope == scope && $0.room == room && viewer.keys.contains($0.grantee) && $0.interval.holds(now)
        }
    }
}

extension Viewer {
    /// As named grants name this viewer: the person, and the State or entity that they are here for.
    public var keys: [String] { [personKey, aboutKey].filter { !$0.isEmpty } }

    /// `person:…`, or the empty string.
    public var personKey: String { person.flatMap { $0.isEmpty ? nil : "person:\($0)" } ?? "" }

    /// `state:…`, `entity:…`, or the empty string.
    public var aboutKey: String {
        guard let about else { return "" }
        return switch capacity?.about {
        case .state: "state:\(about)"
        case .entity: "entity:\(about)"
        case .nothing, nil: ""
        }
    }
}
