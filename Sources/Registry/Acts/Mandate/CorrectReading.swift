import Storage

/// Puts a correction beside what is printed; the print itself is never edited (I35).
///
/// - Performer: an expert, a head.
/// - Authority: `mandate.read`.
/// - Before: the paragraph has a text in that language in which the printed words stand.
/// - After: the correction shows beside the paragraph.
/// - Refuses: `reading.not-printed`, `reading.no-change`.
public struct CorrectReading: Act {
    public static let kind: ActKind = "correct-reading"
    public static let authority: Authority = "mandate.read"
    public static let performers = Performer.directorate
    public static let erasure = [ErasedColumns("correction", ["reason"])]

    public let correction: CorrectionID
    public let paragraph: ParagraphID
    public let language: String
    /// What was read or printed amiss: a verb, an addressee, a citation, a time limit, the print itself.
    public let about: String
    public let printed: String
    public let corrected: String
    public let reason: String

    public enum Fields {
        static let correction = Field<CorrectionID>("correction", .new(Kind.Correction.type))
        static let paragraph = Field<ParagraphID>("paragraph", .reference(Kind.Paragraph.type))
        static let language = Field<String>("language", .language)
        static let about = Field<String>(
            "about", .choice(["print", "citation", "verb", "addressee", "time-limit"]))
        static let printed = Field<String>("printed", .line(maxLength: 500))
        static let corrected = Field<String>("corrected", .line(maxLength: 500))
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [
        Fields.correction.description, Fields.paragraph.description, Fields.language.description,
        Fields.about.description, Fields.printed.description, Fields.corrected.description,
        Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        correction = try input[Fields.correction]
        paragraph = try input[Fields.paragraph]
        language = try input[Fields.language]
        about = try input[Fields.about]
        printed = try input[Fields.printed]
        corrected = try input[Fields.corrected]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        let texts = try standing.reader.texts(of: paragraph)
        guard texts.contains(where: { $0.language == language && $0.text.contains(printed) }) else {
            throw Refusal("reading.not-printed", .incomplete, ["language": language])
        }
        guard printed != corrected else { throw Refusal("reading.no-change", .incomplete) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO correction
                (id, paragraph_id, language, about, printed, corrected, reason, entered_by)
            VALUES (:id, :paragraph, :language, :about, :printed, :corrected, :reason, :entry)
            """,
            [
                "id": correction, "paragraph": paragraph, "language": language, "about": about,
                "printed": printed, "corrected": corrected, "reason": reason, "entry": entry.index,
            ])
    }
}
