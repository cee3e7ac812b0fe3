extension Pack {
    /// A resolution that the mandate rests on, with its texts where the pack has them.
    public struct Resolution: Sendable, Hashable {
        /// e.g. `S/RES/2617(2021)`.
        public let symbol: String
        /// ISO 8601 date of adoption.
        public let adopted: String
        public let title: LocalizedText
        /// How many operative and preambular paragraphs it has, where somebody counted them.
        public let operativeCount: Int?
        public let preambularCount: Int?
        public let texts: [Text]
        public let successions: [Succession]

        /// One text in one language.
        public struct Text: Sendable, Hashable {
            public let language: String
            /// Path in the pack, e.g. `resolutions/S-RES-2617-2021.en.txt`.
            public let file: String
            /// Where the official text stands.
            public let source: String
            public let isOfficial: Bool
        }

        /// What this resolution does to an earlier one.
        public struct Succession: Sendable, Hashable {
            public let kind: Kind
            /// Symbol of the earlier resolution.
            public let of: String
            /// Last day of the renewed term, ISO 8601; absent where it sets none or none was found.
            public let until: String?
            public let source: String
            public let isUncertain: Bool

            public enum Kind: String, Sendable, Hashable, CaseIterable { case renews, amends, replaces, ends }
        }
    }
}
