import Disclosure
import Mandate
import Record
import Storage

/// Marks a request whose last day passed without a reply.
///
/// - Performer: the clock; nobody holds it.
/// - Authority: `request.write`.
/// - Before: with the State; its last day is over.
/// - After: marked, for Directorate and State; the State may still reply.
/// - Refuses: `request.not-at-stage`, `request.time-left`.
public struct MarkRequestOverdue: Act {
    public static let kind: ActKind = "mark-request-overdue"
    public static let authority: Authority = "request.write"
    public static let performers: [Performer] = [.capacity(.clock)]
    public static let readers: EntryReaders? = [.directorate, .state]

    public let request: Identifier<Kind.Request>

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
    }
    public static let fields: [FieldDescription] = [Fields.request.description]

    public init(_ input: Input) throws { request = try input[Fields.request] }

    public func check(_ standing: Standing) throws {
        let found = try standing.request(request, at: [.sent])
        guard let due = found.dueOn, due < standing.today else {
            throw Refusal(
                "request.time-left", .notNow,
                ["date": found.dueOn?.description ?? standing.today.description])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            request.rawValue, value: RequestStage.overdue.rawValue, in: [.directorate, .state], entry)
    }
}
