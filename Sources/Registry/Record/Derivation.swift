import Disclosure
import Record
import Storage

/// The rows that every entry has, whatever its act: who, what kind, about which objects.
enum Derivation {
    static func entry(
        _ leaf: AppendedLeaf, kind: ActKind, performer: ActPerformer, objects: [ObjectReference],
        isAboutAccounts: Bool, _ connection: any Connection
    ) throws {
        try entry(
            index: leaf.index, id: leaf.id, at: leaf.at.description, kind: kind, performer: performer,
            objects: objects, isAboutAccounts: isAboutAccounts, connection)
    }

    static func entry(
        index: Int, id: String, at: String, kind: ActKind, performer: ActPerformer,
        objects: [ObjectReference], isAboutAccounts: Bool, _ connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO entry (entry_index, id, at, kind, person_id, capacity, about, via, about_accounts)
            VALUES (:index, :id, :at, :kind, :person, :capacity, :about, :via, :accounts)
            """,
            [
                "index": index, "id": id, "at": at, "kind": kind.rawValue,
                "person": performer.person?.rawValue ?? "", "capacity": performer.capacity?.rawValue ?? "",
                "about": performer.about ?? "", "via": performer.via.rawValue,
                "accounts": isAboutAccounts ? 1 : 0,
            ])
        for object in Set(objects).sorted() {
            try connection.execute(
                """
                INSERT INTO entry_object (entry_index, object_type, object_id)
                VALUES (:index, :type, :id)
                """, ["index": index, "type": object.type.rawValue, "id": object.id])
        }
    }

    /// Who learns of an entry beside whoever performed it; once the act was applied, so that its items are there.
    ///
    /// - Parameter readers: nil for the Directorate alone, as every entry begins.
    static func readers(
        _ readers: EntryReaders?, of index: Int, _ objects: [ObjectReference], _ connection: any Connection
    ) throws {
        guard let readers else { return }
        var item: Row?
        for object in objects where item == nil {
            item = try connection.query(
                """
                SELECT type, state, assessment_id FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1
                """, ["id": object.id]
            ).first
        }
        let state: String = try item?.get("state") ?? ""
        try connection.execute(
            """
            UPDATE entry SET directorate = :directorate, committee = :committee, state = :state,
                             assessment_id = :assessment, item_type = :type
             WHERE entry_index = :index
            """,
            [
                "directorate": readers.contains(.directorate) ? 1 : 0,
                "committee": readers.contains(.committee) ? 1 : 0,
                "state": readers.contains(.state) ? state : "",
                "assessment": try item?.get("assessment_id", as: String.self) ?? "",
                "type": try item?.get("type", as: String.self) ?? "", "index": index,
            ])
    }
}

/// The rooms that learn of an entry: that it is there, whose it is, which of their own objects it is about.
public struct EntryReaders: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let directorate = EntryReaders(rawValue: 1)
    public static let committee = EntryReaders(rawValue: 2)
    /// The room of the State whose item the act is about.
    public static let state = EntryReaders(rawValue: 4)
}
