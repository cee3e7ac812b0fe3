import Disclosure
import Storage

/// Settles how a paragraph is read where its languages differ. Both texts stay as adopted.
///
/// - Performer: a head.
/// - Authority: `text.settle`.
/// - Before: noted. A later settlement may take the place of an earlier one.
/// - After: the settlement shows at the paragraph, to everyone.
/// - Refuses: nothing of its own.
public struct SettleDivergence: Act {
    public static let kind: ActKind = "settle-divergence"
    public static let authority: Authority = "text.settle"
    public static let performers: [Performer] = [.capacity(.head)]
    public static let erasure = [ErasedColumns("divergence_settlement", ["settlement"])]

    public let divergence: DivergenceID
    public let settlement: String

    public enum Fields {
        static let divergence = Field<DivergenceID>("divergence", .reference(Kind.Divergence.type))
        static let version = Field<String>("version", .version(of: "divergence"), optional: true)
        static let settlement = Field<String>("settlement", .text(maxLength: 4_000), erasable: true)
    }
    public static let fields = [
        Fields.divergence.description, Fields.version.description, Fields.settlement.description,
    ]

    public init(_ input: Input) throws {
        divergence = try input[Fields.divergence]
        settlement = try input[Fields.settlement]
    }

    public func check(_ standing: Standing) throws {}

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        try tables.execute(
            """
            UPDATE divergence_settlement SET until_entry = :entry
             WHERE divergence_id = :id AND until_entry IS NULL
            """, ["id": divergence, "entry": entry.index])
        try tables.execute(
            """
            INSERT INTO divergence_settlement (divergence_id, settlement, entered_by)
            VALUES (:id, :settlement, :entry)
            """, ["id": divergence, "settlement": settlement, "entry": entry.index])
    }
}
