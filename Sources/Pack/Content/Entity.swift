extension Pack {
    /// An organisation that takes part: an entity of the Compact, or another that joins visits.
    public struct Entity: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        /// Decides what it may see: with the UN system, or as other States and partners do.
        public let belongsToUNSystem: Bool
        public let isInCompact: Bool
        public let isAssumption: Bool
    }
}
