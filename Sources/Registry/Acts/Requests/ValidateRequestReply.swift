import Disclosure
import Record
import Storage

/// Validates what an official drafted as reply to a question, so that it can be sent.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `request.reply`.
/// - Before: the request is with the State; the draft was written by an official since it was last validated.
/// - After: validated, in the State's room, in the official's words; whoever wants others drafts the reply anew.
/// - Refuses: `request.not-at-stage`, `state.not-own`, `request.nothing-to-validate`. A version that is not the present
///   one is a conflict.
public struct ValidateRequestReply: Act {
    public static let kind: ActKind = "validate-request-reply"
    public static let authority: Authority = "request.reply"
    public static let performers = Performer.ofState
    public static let readers: EntryReaders? = [.state]

    public let reply: Identifier<Kind.RequestReply>

    public enum Fields {
        static let reply = Field<Identifier<Kind.RequestReply>>("reply", .reference(Kind.RequestReply.type))
        static let version = Field<String>("version", .version(of: "reply"), optional: true)
    }
    public static let fields: [FieldDescription] = [Fields.reply.description, Fields.version.description]

    public init(_ input: Input) throws { reply = try input[Fields.reply] }

    public func check(_ standing: Standing) throws {
        let drafted = try standing.item(.requestReply, reply.rawValue)
        try standing.requireOwn(state: drafted.state)
        _ = try standing.request(Identifier(drafted.parent), at: RequestStage.withState)
        guard drafted.value == ReplyStage.toValidate.rawValue else {
            throw Refusal("request.nothing-to-validate", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.reword(reply.rawValue, value: ReplyStage.validated.rawValue, in: [.state], entry)
    }
}
