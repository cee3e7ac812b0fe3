import Disclosure
import Storage

/// Confirms a capacity that opens content; only then is it held.
///
/// - Performer: a head; the Mission for focal points and contributors of its own State.
/// - Authority: `people.capacity`.
/// - Before: granted by somebody else, to somebody else, not confirmed and not ended.
/// - After: held from this entry on. Where it is the first that opens content to the person, passwords and
///   invitations from before no longer work.
/// - Refuses: `capacity.to-oneself`, `capacity.own-grant`, `capacity.not-waiting`, `capacity.not-own-state`.
public struct ConfirmCapacity: Act {
    public static let kind: ActKind = "confirm-capacity"
    public static let authority: Authority = "people.capacity"
    public static let performers: [Performer] = [.capacity(.head), .capacity(.mission)]
    public static let isAboutAccounts = true

    public let grant: GrantID

    public enum Fields {
        static let grant = Field<GrantID>("capacity", .reference(Kind.Grant.type))
    }
    public static let fields = [Fields.grant.description]

    public init(_ input: Input) throws { grant = try input[Fields.grant] }

    public func check(_ standing: Standing) throws {
        guard let held = try standing.reader.grant(grant) else {
            throw Refusal("object.not-found", .notFound)
        }
        guard held.stage == .waiting else { throw Refusal("capacity.not-waiting", .notNow) }
        guard held.person != standing.performer.person else {
            throw Refusal("capacity.to-oneself", .notAllowed)
        }
        guard try standing.reader.performer(ofEntry: held.grantedBy) != standing.performer.person?.rawValue
        else {
            throw Refusal("capacity.own-grant", .notAllowed)
        }
        if standing.performer.capacity == .mission {
            let isOwn =
                held.about == standing.performer.about && [.focalPoint, .contributor].contains(held.capacity)
            guard isOwn else { throw Refusal("capacity.not-own-state", .notAllowed) }
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            "UPDATE capacity_grant SET confirmed_by = :entry WHERE id = :grant",
            ["entry": entry.index, "grant": grant])
        try FirstContent.changeLocks(of: grant, tables, entry)
    }
}
