import Disclosure
import Record
import Storage

/// Closes a request for information: what the State replied is enough, or no reply is awaited any more.
///
/// - Performer: an expert, a head.
/// - Authority: `request.write`.
/// - Before: answered, or with the State.
/// - After: closed for Directorate and State; a remark, where there is one, is read by both.
/// - Refuses: `request.not-at-stage`.
public struct CloseRequest: Act {
    public static let kind: ActKind = "close-request"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [ErasedColumns("item", ["note"], by: "note_by")]

    public let request: Identifier<Kind.Request>
    public let reason: LocalizedWording?

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let version = Field<String>("version", .version(of: "request"), optional: true)
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.version.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.request(request, at: [.answered, .sent, .overdue])
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            request.rawValue, value: RequestStage.closed.rawValue, note: reason,
            in: [.directorate, .state], entry)
    }
}
