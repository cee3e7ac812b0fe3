extension Pack {
    /// One consideration for asking a State for a visit.
    public struct Criterion: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        /// Points out of 100.
        public let weight: Int
        public let paragraph: String
        public let assumption: String?
    }
}
