extension Pack {
    /// One question to a State. A sub-question is a question too, with its parent's code.
    public struct Question: Sendable, Hashable {
        public let code: String
        /// Code of the question that it is a part of, and after which it stands; nil for a question by itself.
        public let parent: String?
        /// Code of its theme.
        public let theme: String
        /// Codes of the requirements that it rests on; at least one is there.
        public let requirements: [String]
        /// Matters that run through all themes and that it asks about.
        public let matters: [Matter]
        public let kind: Kind
        public let text: LocalizedText
        /// What the answer should speak of.
        public let help: LocalizedText?
        /// What a question of the kinds `several` and `register` can be answered with; other kinds have none.
        public let options: [Option]
        /// What a number counts; nil for other kinds.
        public let unit: LocalizedText?
        /// Asked only where an earlier question was answered so; nil: asked always.
        public let condition: Condition?
        /// Asked only of States that were visited before.
        public let isForVisited: Bool
        /// Whether answers are likely to hold what a State does not want to be open.
        public let isSensitive: Bool

        /// What an answer is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// An option of the questionnaire's scale, and an explanation.
            case closed
            /// An explanation alone.
            case open
            /// Any of the question's own options.
            case several
            /// A day, or a year.
            case date
            /// A whole number of units.
            case number
            /// The question's own options, each of which is there or not, with a date.
            case register
        }

        /// What a questionnaire must not leave out, whatever its themes.
        public enum Matter: String, Sendable, Hashable, CaseIterable {
            case humanRights = "human-rights"
            case gender, children, victims
            case civilSociety = "civil-society"
            /// Racist and xenophobic motives, 2617 (2021) OP 6.
            case motives
        }

        /// One of a question's own options.
        public struct Option: Sendable, Hashable {
            public let code: String
            public let name: LocalizedText
        }

        /// An earlier question, closed or with options of its own, and the answers that lead on.
        public struct Condition: Sendable, Hashable {
            public let question: String
            /// Codes of the scale's or of the question's own options.
            public let options: [String]

            public init(question: String, options: [String]) {
                self.question = question
                self.options = options
            }

            /// Whether an answer, as `AnswerValue` spells it, is one of these.
            func isMet(by answer: String) -> Bool {
                AnswerValue.chosen(in: answer).contains { options.contains($0.code) }
            }
        }

        /// Questions that earlier answers make needless: those whose condition an answer does not meet, and those that
        /// depend on a needless one. As long as the earlier question is unanswered, the later one is asked.
        ///
        /// - Parameters:
        ///   - conditions: of a questionnaire's questions, in the order in which they are asked.
        ///   - answers: values as `AnswerValue` spells them, by code of the question.
        /// - Returns: codes.
        public static func needless(
            _ conditions: [(code: String, condition: Condition?)], answers: [String: String]
        ) -> Set<String> {
            var needless: Set<String> = []
            for (code, condition) in conditions {
                guard let condition else { continue }
                let isUnmet = answers[condition.question].map { !condition.isMet(by: $0) } ?? false
                if isUnmet || needless.contains(condition.question) { needless.insert(code) }
            }
            return needless
        }
    }
}
