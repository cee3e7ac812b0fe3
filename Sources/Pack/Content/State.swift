extension Pack {
    /// A State that is assessed.
    public struct State: Sendable, Hashable {
        /// ISO 3166-1 alpha-3, e.g. `BOL`.
        public let code: String
        /// UN M49 number of three digits, e.g. `068`; invented States have none.
        public let m49: String?
        /// Name as the United Nations uses it, as far as known.
        public let name: LocalizedText
        /// A shorter name for tight places; the same as `name` where there is none.
        public let shortName: LocalizedText
        /// Languages whose name was filled in from elsewhere, and so may differ from UN usage.
        public let filledLanguages: [String]
        /// A key per language whose byte order is the order of names.
        public let sortKeys: [String: String]
    }
}
