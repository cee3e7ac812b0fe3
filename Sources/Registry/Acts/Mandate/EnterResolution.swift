import Mandate
import Record
import Storage

/// Enters the text of a resolution in one language; the program reads it, and people correct the reading.
///
/// - Performer: an expert, a head; the console.
/// - Authority: `mandate.register`.
/// - Before: the text reads as a resolution with a symbol and at least one operative paragraph.
/// - After: its paragraphs stand as adopted, with the reading beside them. A better copy of the same language
///   takes the place of the earlier one, which stays readable as of its time (I35).
/// - Refuses: `resolution.unreadable`, `resolution.no-symbol`, `resolution.same-text`.
public struct EnterResolution: Act {
    public static let kind: ActKind = "enter-resolution"
    public static let authority: Authority = "mandate.register"
    public static let performers: [Performer] = Performer.directorate + [.console]

    public let resolution: ResolutionID
    public let source: String
    public let isOfficial: Bool
    let reading: StoredReading

    public enum Fields {
        static let resolution = Field<ResolutionID>("resolution", .new(Kind.Resolution.type))
        /// The text as it comes.
        static let text = Field<String>("text", .text(maxLength: 2_000_000))
        /// Tag of its language; the reader finds it where left out.
        static let language = Field<String>("language", .language, optional: true)
        static let source = Field<String>("source", .line(maxLength: 500))
        static let official = Field<String>("official", .choice(["yes", "no"]))
        static let reading = Field<JSONValue>("reading", .made)
    }
    public static let fields = [
        Fields.resolution.description, Fields.text.description, Fields.language.description,
        Fields.source.description, Fields.official.description, Fields.reading.description,
    ]

    public init(_ input: Input) throws {
        resolution = try input[Fields.resolution]
        source = try input[Fields.source]
        isOfficial = try input[Fields.official] == "yes"
        reading = try StoredReading(json: try input[Fields.reading])
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let input = draft.input
        let language = try input.optional(Fields.language).map { TextLanguage(rawValue: $0) }
        let reading = ResolutionReader.read(try input[Fields.text], language: language)
        guard !reading.operative.isEmpty else { throw Refusal("resolution.unreadable", .incomplete) }
        guard let symbol = reading.symbol else { throw Refusal("resolution.no-symbol", .incomplete) }
        draft.make(Fields.resolution, .string(symbol.urlID))
        draft.make(Fields.reading, reading.json)
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.reader.textFingerprint(resolution, language: reading.language)
        guard current != reading.fingerprint else { throw Refusal("resolution.same-text", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try ReadingRows(
            resolution: resolution, reading: reading, source: source, isOfficial: isOfficial,
            entry: entry.index, tables: tables
        ).write()
    }
}
