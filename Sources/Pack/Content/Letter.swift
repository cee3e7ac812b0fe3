extension Pack {
    /// From whom letters go and to whom they come: the committee, or its executive body.
    public struct Office: Sendable, Hashable {
        public enum Code: String, Sendable, Hashable, CaseIterable { case committee, directorate }

        public let code: Code
        /// As it stands over a letter.
        public let name: LocalizedText
        /// Begins the number of each letter.
        public let mark: String
        /// As it stands under a letter: who signs for it.
        public let signatory: LocalizedText
    }

    /// A text to begin a letter with.
    public struct Letter: Sendable, Hashable {
        public enum Form: String, Sendable, Hashable, CaseIterable {
            case letter, noteVerbale = "note-verbale"
        }

        /// What stands for something that is known when the letter is drafted: `{state}`.
        public enum Placeholder: String, Sendable, Hashable, CaseIterable {
            /// Name of the State.
            case state
            /// Number of the assessment's cycle.
            case cycle
        }

        public let code: String
        public let form: Form
        public let office: Office.Code
        public let name: LocalizedText
        public let paragraphs: [LocalizedText]

        /// What the text needs to be known.
        public var placeholders: Set<Placeholder> {
            Set(
                paragraphs.flatMap { Self.placeholders(in: $0.values.first?.value ?? "").compactMap(\.known) }
            )
        }

        /// The text in each language that every paragraph has, with the placeholders filled in.
        ///
        /// - Parameter value: what stands for a placeholder in a language.
        public func text(_ value: (Placeholder, _ language: String) -> String) -> [String: String] {
            let languages = paragraphs.reduce(Set(paragraphs.first?.values.keys.map { $0 } ?? [])) {
                $0.intersection($1.values.keys)
            }
            return Dictionary(
                uniqueKeysWithValues: languages.map { language in
                    var text = paragraphs.map { $0.values[language] ?? "" }.joined(separator: "\n\n")
                    for one in Placeholder.allCases {
                        text = text.replacing("{\(one.rawValue)}", with: value(one, language))
                    }
                    return (language, text)
                })
        }

        /// What stands in braces, known or not.
        static func placeholders(in text: String) -> [(word: String, known: Placeholder?)] {
            text.matches(of: /\{([^{}]*)\}/).map { match in
                (String(match.1), Placeholder(rawValue: String(match.1)))
            }
        }
    }
}
