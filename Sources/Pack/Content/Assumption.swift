extension Pack {
    /// What nobody found in a source, and what the pack takes instead.
    public struct Assumption: Sendable, Hashable {
        /// e.g. `A1`.
        public let code: String
        /// What was not found.
        public let question: LocalizedText
        /// What is taken instead.
        public let taken: LocalizedText
        /// Why that.
        public let because: LocalizedText
    }
}
