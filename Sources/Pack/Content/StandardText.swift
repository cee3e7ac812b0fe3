extension Pack {
    /// A text from which a recommendation can be begun.
    public struct StandardText: Sendable, Hashable {
        public let code: String
        /// Code of the theme that it suits.
        public let theme: String
        public let text: LocalizedText
    }
}
