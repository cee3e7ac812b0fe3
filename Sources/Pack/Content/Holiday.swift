extension Pack {
    /// A day on which the body's seat does not work, beside weekends.
    public struct Holiday: Sendable, Hashable {
        /// ISO 8601 date of the day that is kept, e.g. `2026-07-03` for a holiday that falls on a Saturday.
        public let on: String
        public let name: LocalizedText
        /// Number of the assumption behind it, e.g. `A21`; absent where the published calendar says so.
        public let assumption: String?
    }
}
