import Disclosure
import Storage

/// Ends a release: what it opened closes, with whatever derives from it.
///
/// - Performer: the Committee's secretary; the State's Mission for releases of its own.
/// - Authority: `release.open`.
/// - Before: it has not ended.
/// - After: closed from this instant, unless another release opens it.
/// - Refuses: `release.ended`, `state.not-own`.
public struct EndRelease: Act {
    public static let kind: ActKind = "end-release"
    public static let authority: Authority = "release.open"
    public static let performers: [Performer] = [.capacity(.committeeSecretary), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]

    public let release: Identifier<Kind.Release>
    public let reason: LocalizedWording?

    public enum Fields {
        static let release = Field<Identifier<Kind.Release>>("release", .reference(Kind.Release.type))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
    }
    public static let fields: [FieldDescription] = [
        Fields.release.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        release = try input[Fields.release]
        reason = try input.optional(Fields.reason)
    }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.release(release.rawValue) else {
            throw Refusal("object.not-found", .notFound)
        }
        if standing.performer.capacity == .mission {
            try standing.requireOwn(state: current.state)
            guard current.ground != "consultation" else { throw Refusal("state.not-own", .notAllowed) }
        }
        guard !current.isEnded else { throw Refusal("release.ended", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let items = try tables.connection.query(
            "SELECT DISTINCT item_id FROM opening WHERE id = :id ORDER BY item_id", ["id": release]
        ).map { try $0.get("item_id", as: String.self) }
        try tables.execute(
            "UPDATE opening SET ended_by = :entry WHERE id = :id", ["entry": entry.index, "id": release])
        try tables.recomputeReach(downstreamOf: items)
    }
}
