import Disclosure
import Record
import Storage

/// Writes the State's reply to one question of a request, in the State's room.
///
/// - Performer: the State's focal point, its Mission; an official to whom the question was handed.
/// - Authority: `request.reply`.
/// - Before: the request is with the State.
/// - After: a version in the State's room; an official's is to be validated. The Directorate sees nothing of it before
///   it is sent.
/// - Refuses: `request.not-at-stage`, `state.not-own`, `handing.not-handed`. A version that is not the present one is a
///   conflict.
public struct DraftRequestReply: Act {
    public static let kind: ActKind = "draft-request-reply"
    public static let authority: Authority = "request.reply"
    public static let performers: [Performer] = Performer.ofState + [.capacity(.contributor)]
    public static let readers: EntryReaders? = [.state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let point: Identifier<Kind.RequestPoint>
    public let text: LocalizedWording
    public let reply: Identifier<Kind.RequestReply>

    public enum Fields {
        static let point = Field<Identifier<Kind.RequestPoint>>("point", .reference(Kind.RequestPoint.type))
        static let text = Field<LocalizedWording>("text", .localized(maxLength: 20_000), erasable: true)
        static let version = Field<String>("version", .version(of: "reply"), optional: true)
        static let reply = Field<Identifier<Kind.RequestReply>>("reply", .new(Kind.RequestReply.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.point.description, Fields.text.description, Fields.version.description,
        Fields.reply.description,
    ]

    public init(_ input: Input) throws {
        point = try input[Fields.point]
        text = try input[Fields.text]
        reply = try input[Fields.reply]
    }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        let id = draft.values[Fields.point.description.name]?.string ?? ""
        guard let point = try standing.reader.item(.requestPoint, id) else { return }
        let former = try standing.reader.items(under: point.parent, .requestReply)
            .first { $0.question == point.question }
        if let former { draft.make(Fields.reply, .string(former.id)) }
    }

    public func check(_ standing: Standing) throws {
        let current = try standing.item(.requestPoint, point.rawValue)
        try standing.requireOwn(state: current.state)
        _ = try standing.request(Identifier(current.parent), at: RequestStage.withState)
        guard standing.performer.capacity == .contributor else { return }
        let handed = try standing.reader.handings(of: current.parent).map(\.question)
        guard handed.contains(current.question) else { throw Refusal("handing.not-handed", .notAllowed) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: point.rawValue)
        let isOfficial = entry.performer.capacity == .contributor
        try tables.put(
            Item(
                id: reply.rawValue, type: .requestReply, room: .state, state: place.state,
                assessment: place.assessment, parent: place.parent, question: place.question,
                value: isOfficial ? ReplyStage.toValidate.rawValue : nil, body: text),
            in: [.state], entry)
    }
}
