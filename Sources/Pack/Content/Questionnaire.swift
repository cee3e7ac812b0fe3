extension Pack {
    /// What States are asked about their implementation, in one version.
    public struct Questionnaire: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        /// Version for people, e.g. `2026.1`.
        public let version: String
        /// Code of the scale that closed questions are answered on.
        public let scale: String
        /// Where its wording comes from.
        public let note: LocalizedText?
        /// In the order in which they are asked; no two questions of a pack share a code.
        public let questions: [Question]
    }
}
