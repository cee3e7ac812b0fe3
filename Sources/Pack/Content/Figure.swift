extension Pack {
    /// One number or choice that rules read.
    public struct Figure: Sendable, Hashable {
        public let code: String
        public let name: LocalizedText
        public let value: Value
        public let source: String?
        public let assumption: String?

        public enum Value: Sendable, Hashable {
            case number(Double)
            case choice(String)
        }
    }
}
