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

    /// Whether a viewer sees that an entry is there, and whose it is.
    public static func isVisible(entryBy person: String?, isAboutAccounts: Bool, to viewer: Viewer) -> Bool {
        viewer.seesRecord || (viewer.person.map { $0 == person && !$0.isEmpty } ?? false)
            || (viewer.capacity == .administrator && isAboutAccounts)
    }

    /// Whether a viewer may open the fields of an entry that they see.
    public static func opensFields(ofEntryBy person: String?, isAboutAccounts: Bool, to viewer: Viewer)
        -> Bool
    {
        isVisible(entryBy: person, isAboutAccounts: isAboutAccounts, to: viewer)
            && (viewer.opensFields || viewer.capacity == .administrator
                || (viewer.person.map { $0 == person } ?? false))
    }
}
