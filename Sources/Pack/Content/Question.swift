extension Pack {
    /// One question to a State.
    public struct Question: Sendable, Hashable {
        public let code: String
        /// Code of its theme.
        public let theme: String
        /// Codes of the requirements that it rests on; at least one is there.
        public let requirements: [String]
        public let kind: Kind
        public let text: LocalizedText
        /// What the answer should speak of.
        public let help: LocalizedText?
        /// Whether answers are likely to hold what a State does not want to be open.
        public let isSensitive: Bool

        /// What an answer is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// An option of the questionnaire's scale, and an explanation.
            case closed
            /// An explanation alone.
            case open
        }
    }
}
