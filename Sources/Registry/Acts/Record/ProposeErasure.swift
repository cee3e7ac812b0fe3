import Disclosure
import Record
import Storage

/// Proposes to erase the fields of one entry; a second person carries it out.
///
/// - Performer: a head; of what arose in a State's room its Mission, in the Committee's its secretary.
/// - Authority: `record.erase`.
/// - Before: the entry has fields that can be erased, and none were.
/// - After: the proposal waits for a second person of the same room.
///   Whoever learns of the entry learns of this, and nobody else.
/// - Refuses: `erasure.nothing-to-erase`, `erasure.done`.
public struct ProposeErasure: Act {
    public static let kind: ActKind = "propose-erasure"
    public static let authority: Authority = "record.erase"
    public static let performers: [Performer] = [
        .capacity(.head), .capacity(.mission), .capacity(.committeeSecretary),
    ]
    public static let readsRecord = true
    public static let erasure = [ErasedColumns("erasure", ["reason"], by: "proposed_by")]

    public let erasureID: ErasureID
    public let entry: EntryID
    public let reason: String

    public enum Fields {
        static let erasure = Field<ErasureID>("erasure", .new(Kind.Erasure.type))
        static let entry = Field<EntryID>("entry", .reference(Kind.Entry.type))
        static let reason = Field<String>("reason", .text(maxLength: 2_000), erasable: true)
    }
    public static let fields = [
        Fields.erasure.description, Fields.entry.description, Fields.reason.description,
    ]

    public init(_ input: Input) throws {
        erasureID = try input[Fields.erasure]
        entry = try input[Fields.entry]
        reason = try input[Fields.reason]
    }

    public func check(_ standing: Standing) throws {
        guard let kind = try standing.reader.entryKind(id: entry.rawValue),
            let index = try standing.reader.entryIndex(id: entry.rawValue)
        else {
            throw Refusal("object.not-found", .notFound)
        }
        guard let act = Catalogue.standard[ActKind(rawValue: kind)],
            act.fields.contains(where: \.isErasable)
        else { throw Refusal("erasure.nothing-to-erase", .notNow) }
        guard try !standing.reader.isErased(entry: index) else { throw Refusal("erasure.done", .notNow) }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let index = try tables.index(of: self.entry)
        try tables.execute(
            """
            INSERT INTO erasure (id, entry_index, reason, proposed_by)
            VALUES (:id, :index, :reason, :entry)
            """,
            ["id": erasureID, "index": index, "reason": reason, "entry": entry.index])
        try tables.shareReaders(of: index, entry)
    }
}
