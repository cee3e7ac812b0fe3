extension Pack {
    /// A field of implementation; a cross-cutting one runs through all others.
    public struct Theme: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        public let isCrossCutting: Bool
    }
}
