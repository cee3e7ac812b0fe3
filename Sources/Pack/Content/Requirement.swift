extension Pack {
    /// What States themselves must do: what an assessment assesses.
    public struct Requirement: Sendable, Hashable {
        /// e.g. `BOR3`.
        public let code: String
        /// Code of its theme.
        public let theme: String
        public let text: LocalizedText
        /// What it rests on, e.g. `S/RES/2396(2017)/OP/11`; a bare symbol where the number is not known.
        public let paragraphs: [String]
        /// Those of `paragraphs` that nobody has read in a text at hand.
        public let uncertainParagraphs: [String]
        /// Standards of other bodies that it also rests on, as they are cited, e.g. `ICAO Annex 17`.
        public let standards: [String]
        public let force: Force

        public var certainty: Certainty { uncertainParagraphs.isEmpty ? .checked : .uncertain }

        public enum Certainty: String, Sendable, Hashable, CaseIterable { case checked, uncertain }

        /// How the Council speaks in the paragraphs.
        public enum Force: String, Sendable, Hashable, CaseIterable {
            /// It decides or recalls an obligation.
            case decides
            /// It calls upon, urges, encourages.
            case callsUpon = "calls-upon"
            /// The paragraph tells the Directorate what to look at in States.
            case directorateLooksAt = "directorate-looks-at"
        }
    }
}
