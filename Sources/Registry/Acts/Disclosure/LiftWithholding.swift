import Disclosure
import Storage

/// Lifts a withholding of the State's own, wholly or up to an audience (I19).
///
/// - Performer: the State's Mission.
/// - Authority: `withholding.ask`.
/// - Before: it stands.
/// - After: what was opened before is open again, up to that audience; what derives from it follows.
/// - Refuses: `state.not-own`, `withholding.lifted`, `withholding.not-wider`.
public struct LiftWithholding: Act {
    public static let kind: ActKind = "lift-withholding"
    public static let authority: Authority = "withholding.ask"
    public static let performers: [Performer] = [.capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [ErasedColumns("withholding", ["reason"])]

    public let withholding: Identifier<Kind.Withholding>
    public let upTo: String
    public let reason: LocalizedWording?
    public let rest: Identifier<Kind.Withholding>

    public enum Fields {
        static let withholding = Field<Identifier<Kind.Withholding>>(
            "withholding", .reference(Kind.Withholding.type))
        static let upTo = Field<String>(
            "upTo", .choice(["un-system", "states-and-partners", "researchers", "public"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let rest = Field<Identifier<Kind.Withholding>>("rest", .new(Kind.Withholding.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.withholding.description, Fields.upTo.description, Fields.reason.description,
        Fields.rest.description,
    ]

    public init(_ input: Input) throws {
        withholding = try input[Fields.withholding]
        upTo = try input[Fields.upTo]
        reason = try input.optional(Fields.reason)
        rest = try input[Fields.rest]
    }

    public func check(_ standing: Standing) throws {
        guard let current = try standing.reader.withholding(withholding.rawValue) else {
            throw Refusal("object.not-found", .notFound)
        }
        try standing.requireOwn(state: current.state)
        guard !current.isLifted else { throw Refusal("withholding.lifted", .notNow) }
        guard let audience = Audience(code: upTo), audience >= current.from else {
            throw Refusal("withholding.not-wider", .incomplete)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let rows = try tables.connection.query(
            "SELECT item_id, state FROM withholding WHERE id = :id", ["id": withholding])
        guard let row = rows.first else { throw UnreadableField(expected: "withholding") }
        let item: String = try row.get("item_id")
        try tables.execute(
            "UPDATE withholding SET lifted_by = :entry WHERE id = :id",
            ["entry": entry.index, "id": withholding])
        // What lies beyond that audience stays withheld.
        if let next = Audience(rawValue: (Audience(code: upTo) ?? .public).rawValue + 1) {
            try tables.execute(
                """
                INSERT INTO withholding (id, item_id, state, from_rung, reason, entered_by)
                VALUES (:id, :item, :state, :rung, :reason, :entry)
                """,
                [
                    "id": rest, "item": item, "state": try row.get("state", as: String.self),
                    "rung": next.rawValue, "reason": reason?.stored, "entry": entry.index,
                ])
        }
        try tables.recomputeReach(downstreamOf: [item])
    }
}
