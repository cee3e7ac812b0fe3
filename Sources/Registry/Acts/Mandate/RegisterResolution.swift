import Mandate
import Record
import Storage

/// Registers a resolution of which no text is at hand, so that others can rest on it or follow it.
///
/// - Performer: an expert, a head; the console.
/// - Authority: `mandate.register`.
/// - Before: it is not registered.
/// - After: known by symbol, date and source; its text can be entered later.
/// - Refuses: `resolution.registered`, `resolution.no-symbol`.
public struct RegisterResolution: Act {
    public static let kind: ActKind = "register-resolution"
    public static let authority: Authority = "mandate.register"
    public static let performers: [Performer] = Performer.directorate + [.console]

    public let resolution: ResolutionID
    public let symbol: String
    public let adoptedOn: CalendarDate
    public let title: String
    public let source: String

    public enum Fields {
        static let resolution = Field<ResolutionID>("resolution", .new(Kind.Resolution.type))
        static let symbol = Field<String>("symbol", .symbol)
        static let adoptedOn = Field<CalendarDate>("adoptedOn", .date(.notAfterToday))
        static let title = Field<String>("title", .line(maxLength: 500))
        static let source = Field<String>("source", .line(maxLength: 500))
    }
    public static let fields = [
        Fields.resolution.description, Fields.symbol.description, Fields.adoptedOn.description,
        Fields.title.description, Fields.source.description,
    ]

    public init(_ input: Input) throws {
        resolution = try input[Fields.resolution]
        symbol = try input[Fields.symbol]
        adoptedOn = try input[Fields.adoptedOn]
        title = try input[Fields.title]
        source = try input[Fields.source]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        guard let symbol = Symbol(parsing: try draft.input[Fields.symbol]) else {
            throw Refusal("resolution.no-symbol", .incomplete)
        }
        draft.make(Fields.symbol, .string(symbol.description))
        draft.make(Fields.resolution, .string(symbol.urlID))
    }

    public func check(_ standing: Standing) throws {
        guard try !standing.sees(Kind.Resolution.type, resolution.rawValue) else {
            throw Refusal("resolution.registered", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            "INSERT INTO resolution (id, symbol, adopted_on, entered_by) VALUES (:id, :symbol, :on, :entry)",
            ["id": resolution, "symbol": symbol, "on": adoptedOn, "entry": entry.index])
        try tables.execute(
            """
            INSERT INTO resolution_text
                (resolution_id, language, title, official, source, warnings, entered_by)
            VALUES (:id, 'en', :title, 0, :source, '[]', :entry)
            """, ["id": resolution, "title": title, "source": source, "entry": entry.index])
    }
}
