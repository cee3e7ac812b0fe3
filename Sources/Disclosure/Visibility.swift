/// The rule of who sees what, stated once more without a database: a test holds the relations against it.
public enum Visibility {
    /// One version of a duty: what happened to it, by the index of the entry.
    public struct DutyVersion: Hashable, Sendable {
        public let enteredBy: Int
        /// The entry that put another version in its place, for the Directorate.
        public let replacedBy: Int?
        public let confirmedBy: Int?
        /// The entry that confirmed a later version.
        public let confirmedUntil: Int?
        /// The entry that took the whole duty out of the register.
        public let withdrawnBy: Int?

        public init(
            enteredBy: Int, replacedBy: Int? = nil, confirmedBy: Int? = nil, confirmedUntil: Int? = nil,
            withdrawnBy: Int? = nil
        ) {
            (self.enteredBy, self.replacedBy, self.confirmedBy) = (enteredBy, replacedBy, confirmedBy)
            (self.confirmedUntil, self.withdrawnBy) = (confirmedUntil, withdrawnBy)
        }
    }

    /// Whether a viewer sees this version of a duty as of an entry.
    ///
    /// The Directorate sees the latest version, withdrawn ones marked; the Committee the one that a head
    /// confirmed last, unless the duty is withdrawn; nobody else any.
    public static func isVisible(_ version: DutyVersion, to viewer: Viewer, asOf last: Int) -> Bool {
        func happened(_ entry: Int?) -> Bool { entry.map { $0 <= last } ?? false }
        switch viewer.audience {
        case .directorate: return happened(version.enteredBy) && !happened(version.replacedBy)
        case .committee:
            return happened(version.confirmedBy) && !happened(version.confirmedUntil)
                && !happened(version.withdrawnBy)
        case .unSystem, .statesAndPartners, .researchers, .public: return false
        }
    }

    /// Whether a viewer sees the account of a person.
    ///
    /// - Parameter abouts: codes that the person's capacities name, or named.
    public static func isVisible(person: String, abouts: Set<String>, to viewer: Viewer) -> Bool {
        viewer.seesAllPeople || viewer.person == person || viewer.about.map(abouts.contains) ?? false
    }

    /// An entry, with the rooms that learn of it.
    public struct Entry: Hashable, Sendable {
        /// Identifier of whoever performed it; nil for the console and the clock.
        public let person: String?
        public let isAboutAccounts: Bool
        public let rooms: Set<Room>
        /// Empty where it is about no assessment.
        public let assessment: String
        public let isRating: Bool
        /// Whether it prepares a calibration, or rates in one that is closed: heads see it.
        public let isOfHeads: Bool

        public init(
            person: String?, isAboutAccounts: Bool, rooms: Set<Room>, assessment: String, isRating: Bool,
            isOfHeads: Bool = false
        ) {
            (self.person, self.isAboutAccounts, self.rooms) = (person, isAboutAccounts, rooms)
            (self.assessment, self.isRating) = (assessment, isRating)
            self.isOfHeads = isOfHeads
        }
    }

    /// Whether a viewer sees that an entry is there, and whose it is.
    public static func isVisible(_ entry: Entry, to viewer: Viewer, _ names: Names) -> Bool {
        let isOwn = viewer.person.map { $0 == entry.person && !$0.isEmpty } ?? false
        if !entry.assessment.isEmpty, names.excludedFiles.contains(entry.assessment) { return false }
        if entry.isRating, !isOwn, names.blindIn.contains(entry.assessment) { return false }
        return viewer.capacity == .auditor || isOwn || (viewer.capacity == .head && entry.isOfHeads)
            || (viewer.capacity == .administrator && entry.isAboutAccounts)
            || (viewer.previewed == nil && viewer.room.map(entry.rooms.contains) ?? false)
    }

    /// Whether a viewer may open the fields of an entry: of their own, of the Directorate's, of those that their
    /// room keeps to itself.
    public static func opensFields(of entry: Entry, to viewer: Viewer, _ names: Names) -> Bool {
        guard isVisible(entry, to: viewer, names) else { return false }
        if viewer.person.map({ $0 == entry.person }) ?? false || viewer.capacity == .administrator {
            return true
        }
        if viewer.capacity == .head, entry.isOfHeads { return true }
        guard let room = viewer.room, entry.rooms.contains(room) else { return false }
        return room == .directorate || !entry.rooms.contains(.directorate)
    }
}
