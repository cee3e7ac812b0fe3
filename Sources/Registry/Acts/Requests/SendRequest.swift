import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Sends a request for information to its State; its time begins.
///
/// - Performer: a head; an expert where the pack has paragraphs for `request.send-alone`.
/// - Authority: `request.write`.
/// - Before: a draft.
/// - After: the State has the request and its questions, and the last day of its time by the pack's limit.
/// - Refuses: `request.not-at-stage`, `request.head-sends`.
public struct SendRequest: Act {
    public static let kind: ActKind = "send-request"
    public static let authority: Authority = "request.write"
    public static let performers = Performer.directorate
    public static let readers: EntryReaders? = [.directorate, .state]

    public let request: Identifier<Kind.Request>
    public let sentOn: String
    public let dueOn: String

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let version = Field<String>("version", .version(of: "request"), optional: true)
        static let sentOn = Field<String>("sentOn", .made)
        static let dueOn = Field<String>("dueOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.version.description, Fields.sentOn.description,
        Fields.dueOn.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        sentOn = try input[Fields.sentOn]
        dueOn = try input[Fields.dueOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        draft.make(Fields.sentOn, .string(standing.today.description))
        let due = standing.lastDay(of: "request-reply", from: standing.today)
        draft.make(Fields.dueOn, .string(due.description))
    }

    public func check(_ standing: Standing) throws {
        _ = try standing.request(request, at: [.draft])
        guard standing.performer.capacity == .head || Self.mayExpertSend(standing) else {
            throw Refusal("request.head-sends", .notAllowed)
        }
    }

    private static func mayExpertSend(_ standing: Standing) -> Bool {
        let alone = standing.pack?.authority("request.send-alone", on: standing.today.description) ?? []
        return !alone.isEmpty
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(
            request.rawValue, value: RequestStage.sent.rawValue, in: [.directorate, .state],
            detail: ["sentOn": .string(sentOn), "dueOn": .string(dueOn)], entry)
        try tables.send(
            [.requestPoint], of: request.rawValue, from: .directorate, to: .state, arisen: .directorate, entry
        )
    }
}
