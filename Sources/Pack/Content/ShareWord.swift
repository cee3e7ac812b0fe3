extension Pack {
    /// The word for a share of States.
    public struct ShareWord: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        /// Bounds in per cent, 0…100.
        public let from: Double
        public let to: Double
        /// Whether the bound itself belongs to the word.
        public let includesFrom: Bool
        public let includesTo: Bool

        /// Whether the word says this share.
        public func covers(percent: Double) -> Bool {
            (percent > from || (includesFrom && percent == from))
                && (percent < to || (includesTo && percent == to))
        }
    }
}
