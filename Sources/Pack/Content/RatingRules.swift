extension Pack {
    /// How ratings are held against one another and read a second time. Steps are those of the scale in use.
    public struct RatingRules: Sendable, Hashable {
        public let clarify: Clarify
        public let secondReading: SecondReading
        /// Number of the assumption behind them, e.g. `A24`.
        public let assumption: String?

        /// From how many steps on a distance is a point to clarify.
        public struct Clarify: Sendable, Hashable {
            /// Between an expert's answer and the rating of a requirement that it rests on.
            public let answerAndRating: Int
            /// Between the State's answer and the expert's.
            public let stateAndExpert: Int
            /// Between a rating and what stood in the last cycle.
            public let lastCycle: Int
            /// How many of the scale's best points count as high.
            public let high: Int
        }

        /// What is read a second time.
        public struct SecondReading: Sendable, Hashable {
            /// Per cent of the requirements that were rated.
            public let share: Int
            /// How many of the scale's lowest points count as top shortfalls, all of which are read.
            public let shortfalls: Int
            /// Whether nationals of a State neither lead nor read its assessment.
            public let excludesNationals: Bool
        }
    }

    /// The scale that a questionnaire's closed questions and the ratings drawn from it use.
    public func scale(of questionnaire: String) -> Scale? {
        let code = questionnaires.first { $0.code == questionnaire }?.scale
        return scales.first { $0.code == code }
    }
}

extension Pack.Scale {
    /// The options of its order, the best first.
    public var ordered: [Option] { options.filter { !$0.isOutside } }

    /// How many steps lie between two options; nil where one is outside the order or not of this scale.
    public func steps(from one: String?, to other: String?) -> Int? {
        guard let first = place(of: one), let second = place(of: other) else { return nil }
        return abs(first - second)
    }

    /// Index in the order, from the best; nil for what is outside it.
    public func place(of option: String?) -> Int? { ordered.firstIndex { $0.code == option } }

    /// Whether an option is one of the lowest points.
    public func isLowest(_ option: String?, of points: Int) -> Bool {
        place(of: option).map { $0 >= ordered.count - points } ?? false
    }

    /// Whether an option is one of the best points.
    public func isHighest(_ option: String?, of points: Int) -> Bool {
        place(of: option).map { $0 < points } ?? false
    }
}
