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
}
