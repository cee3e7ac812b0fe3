import Disclosure
import Mandate
import Storage

/// Records a document that the machinery issued or received.
///
/// - Performer: an expert, a head, the Committee's secretary.
/// - Authority: `duty.fulfil`.
/// - Before: nothing.
/// - After: it can be cited as what fulfils a duty.
/// - Refuses: nothing of its own.
public struct RecordDocument: Act {
    public static let kind: ActKind = "record-document"
    public static let authority: Authority = "duty.fulfil"
    public static let performers = Performer.directorate + [.capacity(.committeeSecretary)]
    public static let erasure = [ErasedColumns("document", ["title"])]

    public let document: DocumentID
    public let title: String
    public let symbol: String
    public let documentKind: String
    public let issuedOn: CalendarDate

    public enum Fields {
        static let document = Field<DocumentID>("document", .new(Kind.Document.type))
        static let title = Field<String>("title", .line(maxLength: 500), erasable: true)
        static let symbol = Field<String>("symbol", .line(maxLength: 100), optional: true)
        static let kind = Field<String>(
            "kind", .choice(["report", "briefing", "letter", "list", "schedule", "survey", "other"]))
        static let issuedOn = Field<CalendarDate>("issuedOn", .date(.notAfterToday))
    }
    public static let fields = [
        Fields.document.description, Fields.title.description, Fields.symbol.description,
        Fields.kind.description, Fields.issuedOn.description,
    ]

    public init(_ input: Input) throws {
        document = try input[Fields.document]
        title = try input[Fields.title]
        symbol = try input.optional(Fields.symbol) ?? ""
        documentKind = try input[Fields.kind]
        issuedOn = try input[Fields.issuedOn]
    }

    public func check(_ standing: Standing) throws {}

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            INSERT INTO document (id, title, symbol, kind, issued_on, entered_by)
            VALUES (:id, :title, :symbol, :kind, :on, :entry)
            """,
            [
                "id": document, "title": title, "symbol": symbol, "kind": documentKind, "on": issuedOn,
                "entry": entry.index,
            ])
    }
}
