import Storage

/// Notes that two languages of a paragraph do not say the same.
///
/// - Performer: an expert, a head.
/// - Authority: `text.settle`.
/// - Before: both phrases stand in the paragraph's texts.
/// - After: the question waits for an officer to settle it.
/// - Refuses: `divergence.same-language`, `reading.not-printed`.
public struct NoteDivergence: Act {
    public static let kind: ActKind = "note-divergence"
    public static let authority: Authority = "text.settle"
    public static let performers = Performer.directorate
    public static let erasure = [ErasedColumns("divergence", ["question"])]

    public let divergence: DivergenceID
    public let paragraph: ParagraphID
    let first: (language: String, words: String)
    let second: (language: String, words: String)
    public let question: String

    public enum Fields {
        static let divergence = Field<DivergenceID>("divergence", .new(Kind.Divergence.type))
        static let paragraph = Field<ParagraphID>("paragraph", .reference(Kind.Paragraph.type))
        static let firstLanguage = Field<String>("firstLanguage", .language)
        static let firstWords = Field<String>("firstWords", .line(maxLength: 500))
        static let secondLanguage = Field<String>("secondLanguage", .language)
        static let secondWords = Field<String>("secondWords", .line(maxLength: 500))
        static let question = Field<String>("question", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [
        Fields.divergence.description, Fields.paragraph.description, Fields.firstLanguage.description,
        Fields.firstWords.description, Fields.secondLanguage.description, Fields.secondWords.description,
        Fields.question.description,
    ]

    public init(_ input: Input) throws {
        divergence = try input[Fields.divergence]
        paragraph = try input[Fields.paragraph]
        first = (try input[Fields.firstLanguage], try input[Fields.firstWords])
        second = (try input[Fields.secondLanguage], try input[Fields.secondWords])
        question = try input[Fields.question]
    }

    public func check(_ standing: Standing) throws {
        guard first.language != second.language else {
            throw Refusal("divergence.same-language", .incomplete)
        }
        let texts = try standing.reader.texts(of: paragraph)
        for phrase in [first, second]
        where !texts.contains(where: { $0.language == phrase.language && $0.text.contains(phrase.words) }) {
            throw Refusal("reading.not-printed", .incomplete, ["language": phrase.language])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO divergence
                (id, paragraph_id, first_language, first_words, second_language, second_words, question,
                 entered_by)
            VALUES (:id, :paragraph, :first_language, :first_words, :second_language, :second_words, :question,
                    :entry)
            """,
            [
                "id": divergence, "paragraph": paragraph, "first_language": first.language,
                "first_words": first.words, "second_language": second.language, "second_words": second.words,
                "question": question, "entry": entry.index,
            ])
    }
}
