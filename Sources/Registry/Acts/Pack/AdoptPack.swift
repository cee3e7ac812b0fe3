import Disclosure
import Pack
import Record
import Storage

/// Adopts a version of the pack: from this entry on its words, limits and authorities hold.
///
/// - Performer: a head; the console, for the first.
/// - Authority: `pack.adopt`.
/// - Before: the files were staged and their hash is the one named; the pack has no fault.
/// - After: the pack's rows are in force from this entry on; earlier entries keep theirs.
/// - Refuses: `pack.unknown`, `pack.in-force`.
public struct AdoptPack: Act {
    public static let kind: ActKind = "adopt-pack"
    public static let authority: Authority = "pack.adopt"
    public static let performers: [Performer] = [.capacity(.head), .console]

    /// SHA-256, in hex, of the list of the pack's files; see docs/record-format.md.
    public let pack: PackID

    public enum Fields {
        static let pack = Field<PackID>("pack", .line(maxLength: 64))
        static let id = Field<PackID>("id", .new(Kind.Pack.type))
    }
    public static let fields = [Fields.pack.description, Fields.id.description]

    public init(_ input: Input) throws { pack = try input[Fields.pack] }

    public static func prepare(_ draft: inout ActDraft, _ standing: Standing) throws {
        draft.make(Fields.id, draft.values[Fields.pack.description.name] ?? .null)
    }

    public func check(_ standing: Standing) throws {
        guard try standing.guarded.isStaged(pack: pack) else { throw Refusal("pack.unknown", .notFound) }
        guard try standing.guarded.packInForce() != pack.rawValue else {
            throw Refusal("pack.in-force", .notNow)
        }
    }

    public func apply(to tables: Tables, _ entry: RecordEntry) throws {
        let adopted = try PackLoader.load(files: try tables.packFiles(pack.rawValue))
        try tables.execute(
            "UPDATE pack_in_force SET until_entry = :entry WHERE until_entry IS NULL", ["entry": entry.index])
        try tables.execute(
            """
            INSERT INTO pack_in_force (since_entry, pack_hash, name, version)
            VALUES (:entry, :hash, :name, :version)
            """,
            ["entry": entry.index, "hash": pack, "name": adopted.name, "version": adopted.version])
        try PackRows(pack: adopted, entry: entry.index, tables: tables).write()
    }
}
