import Disclosure
import Storage

/// Asks that an item be kept confidential: from this instant it is closed outside Committee and Directorate (I16).
///
/// - Performer: the State's focal point, its Mission.
/// - Authority: `withholding.ask`.
/// - Before: the item is of this State.
/// - After: closed from the given audience on outwards, and with it whatever quotes it or derives from it.
/// - Refuses: `state.not-own`, `withholding.not-item`, `withholding.stands`.
public struct WithholdItem: Act {
    public static let kind: ActKind = "withhold-item"
    public static let authority: Authority = "withholding.ask"
    public static let performers: [Performer] = [.capacity(.focalPoint), .capacity(.mission)]
    public static let readers: EntryReaders? = [.directorate, .committee, .state]
    public static let erasure = [ErasedColumns("withholding", ["reason"])]

    public let item: Identifier<Kind.AnyItem>
    public let from: String
    public let reason: LocalizedWording?
    public let withholding: Identifier<Kind.Withholding>

    public enum Fields {
        static let item = Field<Identifier<Kind.AnyItem>>("item", .reference(Kind.AnyItem.type))
        static let from = Field<String>(
            "from", .choice(["un-system", "states-and-partners", "researchers", "public"]))
        static let reason = Field<LocalizedWording>(
            "reason", .localized(maxLength: 4_000), optional: true, erasable: true)
        static let withholding = Field<Identifier<Kind.Withholding>>(
            "withholding", .new(Kind.Withholding.type))
    }
    public static let fields: [FieldDescription] = [
        Fields.item.description, Fields.from.description, Fields.reason.description,
        Fields.withholding.description,
    ]

    public init(_ input: Input) throws {
        item = try input[Fields.item]
        from = try input[Fields.from]
        reason = try input.optional(Fields.reason)
        withholding = try input[Fields.withholding]
    }

    public func check(_ standing: Standing) throws {
        let found = try standing.item(item.rawValue)
        try standing.requireOwn(state: found.state)
        guard ItemType.releasable.contains(found.type) else {
            throw Refusal("withholding.not-item", .incomplete)
        }
        let standingNow = try standing.reader.withholdings(item: item.rawValue).filter { !$0.isLifted }
        guard standingNow.allSatisfy({ $0.from.code != from }) else {
            throw Refusal("withholding.stands", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let place = try tables.place(of: item.rawValue)
        try tables.execute(
            """
            INSERT INTO withholding (id, item_id, state, from_rung, reason, entered_by)
            VALUES (:id, :item, :state, :rung, :reason, :entry)
            """,
            [
                "id": withholding, "item": item, "state": place.state,
                "rung": (Audience(code: from) ?? .unSystem).rawValue, "reason": reason?.stored,
                "entry": entry.index,
            ])
        try tables.recomputeReach(downstreamOf: [item.rawValue])
    }
}
