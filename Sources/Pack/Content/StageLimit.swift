extension Pack {
    /// How long a stage may take.
    public struct StageLimit: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        public let amount: Int
        public let unit: Unit
        /// What happens when it runs out.
        public let effect: Effect
        /// Paragraph, source or assumption that it rests on; at least one is there.
        public let paragraph: String?
        public let source: String?
        public let assumption: String?

        public enum Unit: String, Sendable, Hashable, CaseIterable {
            case days, months
            case workingDays = "working-days"
        }

        public enum Effect: String, Sendable, Hashable, CaseIterable {
            /// A duty falls due.
            case due
            /// Somebody is reminded.
            case reminder
            /// It is shown, and blocks nothing.
            case warning
            /// The next step may be taken.
            case opens
        }
    }
}
