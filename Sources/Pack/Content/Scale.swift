extension Pack {
    /// Ordered options to choose from, the best first.
    public struct Scale: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        public let options: [Option]
        /// Number of the assumption behind it, e.g. `A1`.
        public let assumption: String?

        /// One option.
        public struct Option: Sendable, Hashable {
            public let code: String
            public let name: LocalizedText
            /// Outside the order: in no average and no numerator.
            public let isOutside: Bool
            /// What holds where this option is right; nil where the pack says nothing.
            public let anchor: LocalizedText?
        }
    }
}
