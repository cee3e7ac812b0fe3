extension Pack {
    /// A group of States.
    public struct Region: Sendable, Hashable {
        public let code: String
        public let kind: Kind
        public let name: LocalizedText
        /// Code of the region that it is part of.
        public let within: String?
        /// Edition of the survey whose division this is, e.g. `2021`.
        public let edition: String?
        public let members: [Member]
        /// States that attend a group's meetings without being counted in it.
        public let observers: [String]
        public let isAssumption: Bool

        /// A State in a region.
        public struct Member: Sendable, Hashable {
            public let state: String
            /// Whether its place in this region is our guess.
            public let isUncertain: Bool
        }

        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case region
            case subRegion = "sub-region"
            /// A group of States in the United Nations' elections.
            case regionalGroup = "regional-group"
        }
    }
}
