extension Pack {
    /// What a question was answered with, apart from the explanation, in the one spelling in which it is kept.
    ///
    /// Whatever its kind, a question can be answered with an option outside the scale's order (`not-applicable`,
    /// `no-information`). Else it is, by kind: `closed` a code of the scale; `several` codes, separated by spaces, in
    /// the question's order; `date` `2024-05-06` or `2024`; `number` digits; `register` codes, each alone or with its
    /// date after a colon (`bombing:1998-03-01 bonds`). An open question has none.
    public struct AnswerValue: Sendable, Hashable {
        /// As it is kept.
        public let text: String

        /// Why a value is none.
        public enum Fault: Error, Hashable {
            /// The code is not among the options.
            case unknownOption(String)
            case notDate(String)
            case notNumber(String)
            /// The question takes an explanation alone.
            case notTaken
        }

        /// - Parameters:
        ///   - text: as somebody wrote it; codes in any order, each counted once.
        ///   - scale: of the question's questionnaire.
        /// - Throws: `Fault`.
        public init(_ text: String, to question: Question, on scale: [Scale.Option]) throws(Fault) {
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.count == 1, scale.contains(where: { $0.isOutside && $0.code == words[0] }) {
                self.text = words[0]
                return
            }
            let plain = words.joined(separator: " ")
            switch question.kind {
            case .open: throw .notTaken
            case .closed:
                guard scale.contains(where: { $0.code == plain }) else { throw .unknownOption(plain) }
                self.text = plain
            case .date:
                guard Self.isDate(plain) else { throw .notDate(plain) }
                self.text = plain
            case .number:
                guard let number = Int(plain), number >= 0, number <= 1_000_000_000_000 else {
                    throw .notNumber(plain)
                }
                self.text = String(number)
            case .several, .register:
                self.text = try Self.chosen(words, of: question)
            }
        }

        /// Codes that were chosen, with the date of each where it has one.
        public static func chosen(in text: String) -> [(code: String, date: String?)] {
            text.split(separator: " ").map { word in
                let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
                return (parts[0], parts.count > 1 ? parts[1] : nil)
            }
        }

        private static func chosen(_ words: [String], of question: Question) throws(Fault) -> String {
            var dates: [String: String] = [:]
            for word in words {
                let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                let code = String(parts[0])
                guard question.options.contains(where: { $0.code == code }) else {
                    throw .unknownOption(code)
                }
                let date = parts.count > 1 ? String(parts[1]) : ""
                guard date.isEmpty || (question.kind == .register && isDate(date)) else {
                    throw .notDate(date)
                }
                dates[code] = date
            }
            return question.options.compactMap { option in
                dates[option.code].map { $0.isEmpty ? option.code : "\(option.code):\($0)" }
            }.joined(separator: " ")
        }

        /// `2024` or a day that the calendar has.
        private static func isDate(_ text: String) -> Bool {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let lengths = parts.map(\.utf8.count)
            guard lengths == [4] || lengths == [4, 2, 2],
                parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
            else { return false }
            let numbers = parts.compactMap { Int($0) }
            guard (1800...2200).contains(numbers[0]) else { return false }
            return parts.count == 1
                || ((1...12).contains(numbers[1])
                    && (1...Month.days(in: numbers[1], of: numbers[0])).contains(numbers[2]))
        }
    }
}
