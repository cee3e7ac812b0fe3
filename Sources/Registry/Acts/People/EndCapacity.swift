import Disclosure
import Storage

/// Ends a capacity, and with it at once its sessions, tokens and feeds.
///
/// - Performer: an administrator, a head; the Mission for its own State; anyone for their own.
/// - Authority: `people.capacity`.
/// - Before: it has not ended; the last head stays, so that somebody can confirm the next.
/// - After: ended from this entry on; what was done in it stays.
/// - Refuses: `capacity.ended`, `capacity.last-head`, `capacity.not-own-state`.
public struct EndCapacity: Act {
    public static let kind: ActKind = "end-capacity"
    public static let authority: Authority = "people.capacity"
    public static let performers = Capacity.allCases.filter { $0 != .clock }.map { Performer.capacity($0) }
    public static let erasure = [ErasedColumns("capacity_grant", ["end_reason"], by: "ended_by")]
    public static let isAboutAccounts = true

    public let grant: GrantID
    public let reason: String

    public enum Fields {
        static let grant = Field<GrantID>("capacity", .reference(Kind.Grant.type))
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [Fields.grant.description, Fields.reason.description]

    public init(_ input: Input) throws {
        grant = try input[Fields.grant]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        guard let held = try standing.reader.grant(grant) else {
            throw Refusal("object.not-found", .notFound)
        }
        let performer = standing.performer
        let isOwn = held.person == performer.person
        switch performer.capacity {
        case .administrator, .head: break
        case .mission where held.about == performer.about && held.capacity.about == .state: break
        default:
            guard isOwn else { throw Refusal("capacity.not-own-state", .notAllowed) }
        }
        guard held.stage != .ended else { throw Refusal("capacity.ended", .notNow) }
        if held.capacity == .head, try standing.guarded.heads() <= 1, held.stage == .held {
            throw Refusal("capacity.last-head", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            "UPDATE capacity_grant SET ended_by = :entry, end_reason = :reason WHERE id = :grant",
            ["entry": entry.index, "reason": reason, "grant": grant])
        try tables.execute("DELETE FROM session WHERE grant_id = :grant", ["grant": grant])
        try tables.execute("DELETE FROM api_token WHERE grant_id = :grant", ["grant": grant])
        try tables.execute("DELETE FROM feed WHERE grant_id = :grant", ["grant": grant])
    }
}
