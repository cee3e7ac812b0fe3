import Disclosure
import Record
import Storage

/// Asks for more time to reply to a request, once, with the reason.
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `request.reply`.
/// - Before: the request is with the State, which has not asked for more time yet.
/// - After: asked for; the Directorate has it, and the date stands until it is decided.
/// - Refuses: `request.not-at-stage`, `state.not-own`, `request.time-asked`.
public struct AskMoreTime: Act {
    public static let kind: ActKind = "ask-more-time"
    public static let authority: Authority = "request.reply"
    public static let performers = Performer.ofState
    public static let readers: EntryReaders? = [.directorate, .state]
    public static let erasure = [
        ErasedColumns("item", ["body"], by: "body_by"), ErasedColumns("item", ["note"], by: "note_by"),
    ]

    public let request: Identifier<Kind.Request>
    public let reason: LocalizedWording
    public let moreTime: Identifier<Kind.RequestTime>

    public enum Fields {
        static let request = Field<Identifier<Kind.Request>>("request", .reference(Kind.Request.type))
        static let reason = Field<LocalizedWording>("reason", .localized(maxLength: 4_000), erasable: true)
        static let moreTime = Field<Identifier<Kind.RequestTime>>("moreTime", .new(Kind.RequestTime.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.request.description, Fields.reason.description, Fields.moreTime.description,
    ]

    public init(_ input: Input) throws {
        request = try input[Fields.request]
        reason = try input[Fields.reason]
        moreTime = try input[Fields.moreTime]
    }

    public func check(_ standing: Standing) throws {
        try standing.requireOwn(state: try standing.item(.request, request.rawValue).state)
        let found = try standing.request(request, at: RequestStage.withState)
        guard found.moreTime == nil else { throw Refusal("request.time-asked", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: request.rawValue)
        try tables.put(
            Item(
                id: moreTime.rawValue, type: .requestTime, room: .state, state: place.state,
                assessment: request.rawValue, parent: request.rawValue, value: "asked", body: reason),
            in: [.state, .directorate], entry)
    }
}
