import Disclosure
import Mandate
import Record
import Storage

/// Sends the State's replies to a request; whoever sends them has a receipt.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `request.reply`.
/// - Before: the request is with the State; each of its questions has a reply, were it that there is nothing to say;
///   what officials drafted is validated.
/// - After: the Directorate has the replies; the request is answered.
/// - Refuses: `request.not-at-stage`, `state.not-own`, `request.unanswered`, `request.to-validate`.
public struct SendRequestReplies: Act {
    public static let kind: ActKind = "send-request-replies"
    public static let authority: Authority = "request.reply"
    public static let performers = Performer.ofState
    public static let readers: EntryReaders? = [.directorate, .state]

    public let request: Identifier<Kind.Request>
    public let answeredOn: String

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let version = Field<String>("version", .version(of: "request"), optional: true)
        static let answeredOn = Field<String>("answeredOn", .made)
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.version.description, Fields.answeredOn.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        answeredOn = try input[Fields.answeredOn]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        draft.make(Fields.answeredOn, .string(standing.today.description))
    }

    public func check(_ standing: Standing) throws {
        let state = try standing.item(.request, request.rawValue).state
        try standing.requireOwn(state: state)
        let found = try standing.request(request, at: RequestStage.withState)
        let open = found.points.filter { $0.reply == nil }.map(\.point.question)
        guard open.isEmpty else {
            throw Refusal("request.unanswered", .incomplete, ["numbers": open.joined(separator: ", ")])
        }
        let unread = found.points.filter { $0.reply?.value == ReplyStage.toValidate.rawValue }
            .map(\.point.question)
        guard unread.isEmpty else {
            throw Refusal(
                "request.to-validate", .incomplete, ["numbers": unread.joined(separator: ", ")])
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.send(
            [.requestReply], of: request.rawValue, from: .state, to: .directorate, arisen: .state, entry)
        try tables.reword(
            request.rawValue, value: RequestStage.answered.rawValue, in: [.directorate, .state],
            detail: ["answeredOn": .string(answeredOn)], entry)
    }
}
