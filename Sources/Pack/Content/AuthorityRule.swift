extension Pack {
    /// What allows an act, and when.
    public struct AuthorityRule: Sendable, Hashable {
        public let key: String
        public let paragraphs: [String]
        /// First and last day, ISO 8601; an absent last day: still in force.
        public let from: String
        public let until: String?
        /// Whether deriving it from these paragraphs is our own reading.
        public let isAssumption: Bool
        public let because: LocalizedText?

        func holds(on day: String) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
    }
}
