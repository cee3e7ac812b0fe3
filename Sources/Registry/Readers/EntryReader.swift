import Disclosure
import Record
import Storage

/// One act as the record holds it, opened as far as this viewer may.
public struct EntryView: Sendable {
    public let id: EntryID
    public let kind: ActKind
    public let at: Instant
    /// Position in the log: for the Directorate and auditors, else nil.
    public let index: Int?
    public let person: PersonID?
    /// Nil where this viewer does not see the person, or the name was erased.
    public let personName: String?
    public let capacity: Capacity?
    public let about: String?
    public let via: String
    public let objects: [ObjectReference]
    /// The fields where they may be opened; nil where not, or erased.
    public let fields: [String: JSONValue]?
    public let isErased: Bool
}

extension Reader {
    /// The acts that this viewer may see, newest first.
    ///
    /// - Parameters:
    ///   - object: only those about one object.
    ///   - before: only those with a smaller index.
    ///   - limit: at most so many.
    public func entries(
        about object: ObjectReference? = nil, before: Int? = nil, limit: Int = 50
    ) throws -> [EntryView] {
        try entryViews(try entryRows(object, before, limit), opening: true)
    }

    /// The same without their fields: what a history needs, and much less to read.
    public func history(
        of object: ObjectReference? = nil, before: Int? = nil, limit: Int = 50
    ) throws -> [EntryView] {
        try entryViews(try entryRows(object, before, limit), opening: false)
    }

    private func entryRows(_ object: ObjectReference?, _ before: Int?, _ limit: Int) throws -> [Row] {
        let bound: [String: any SQLConvertible] = ["before": before ?? Int(Int32.max), "limit": limit]
        guard let object else {
            return try select(
                """
                SELECT * FROM visible_entry WHERE entry_index < :before
                 ORDER BY entry_index DESC LIMIT :limit
                """, bound)
        }
        return try select(
            """
            SELECT * FROM visible_entry
             WHERE entry_index < :before AND entry_index IN
                   (SELECT entry_index FROM visible_entry_object
                     WHERE object_type IN (:type, 'item') AND object_id = :id)
             ORDER BY entry_index DESC LIMIT :limit
            """, bound.merging(["type": object.type.rawValue, "id": object.id]) { $1 })
    }

    public func entry(_ id: EntryID) throws -> EntryView? {
        try entryViews(try select("SELECT * FROM visible_entry WHERE id = :id", ["id": id]), opening: true)
            .first
    }

    /// How many entries this viewer may see.
    ///
    /// - Parameter object: only those about one object.
    public func entryCount(about object: ObjectReference? = nil) throws -> Int {
        guard let object else {
            return try select("SELECT count(*) AS many FROM visible_entry").first?.get("many") ?? 0
        }
        return try select(
            "SELECT count(*) AS many FROM visible_entry_object WHERE object_type = :type AND object_id = :id",
            ["type": object.type.rawValue, "id": object.id]
        ).first?.get("many") ?? 0
    }

    /// Where a list goes on after an entry: for that list alone, it never leaves.
    ///
    /// - Throws: `Refusal` where the entry is not visible.
    package func position(ofEntry id: String) throws -> Int {
        guard let index = try entryIndex(id: id) else { throw Refusal("query.cursor", .incomplete) }
        return index
    }

    /// Index of an entry for its neighbours in a list; nil where not visible.
    func entryIndex(id: String) throws -> Int? {
        try select("SELECT entry_index FROM visible_entry WHERE id = :id", ["id": id]).first?.get(
            "entry_index")
    }

    func entryKind(id: String) throws -> String? {
        try select("SELECT kind FROM visible_entry WHERE id = :id", ["id": id]).first?.get("kind")
    }

    /// Who performed an entry; nil where not visible, or the console.
    func performer(ofEntry index: Int) throws -> String? {
        try select("SELECT person_id FROM visible_entry WHERE entry_index = :index", ["index": index]).first?
            .get("person_id")
    }

    /// Three more statements, however many entries.
    ///
    /// - Parameter opening: whether the fields are wanted.
    func entryViews(_ rows: [Row], opening: Bool) throws -> [EntryView] {
        guard !rows.isEmpty else { return [] }
        let indexes = try rows.map { try $0.get("entry_index", as: Int.self) }
        var objects: [Int: [ObjectReference]] = [:]
        for row in try select(
            """
            SELECT * FROM visible_entry_object WHERE entry_index IN (:list)
             ORDER BY entry_index, object_type, object_id
            """, list: indexes)
        {
            objects[try row.get("entry_index"), default: []].append(
                ObjectReference(ObjectType(rawValue: try row.get("object_type")), try row.get("object_id")))
        }
        objects = try objectsSeen(objects)
        let fields = opening ? try openedFields(indexes) : [:]
        let names = try names(of: Array(Set(try rows.map { try $0.get("person_id", as: String.self) })))
        return try rows.map { try entryView($0, objects, fields, names) }
    }

    /// Of what an entry is about, items show only where the viewer sees them; two statements however many.
    private func objectsSeen(_ objects: [Int: [ObjectReference]]) throws -> [Int: [ObjectReference]] {
        let released: [ObjectType: String] = [
            Kind.Withholding.type: "visible_withholding", Kind.Release.type: "visible_opening",
            Kind.NamedGrant.type: "visible_named_grant",
        ]
        func isItem(_ type: ObjectType) -> Bool {
            type == Kind.AnyItem.type || ItemType(rawValue: type.rawValue) != nil
        }
        let all = Set(objects.values.flatMap { $0 })
        let items = all.filter { isItem($0.type) }.map(\.id).sorted()
        var seen = Set(
            try select("SELECT id FROM visible_item WHERE id IN (:list)", list: items)
                .map { try $0.get("id", as: String.self) })
        for (type, relation) in released {
            let ids = all.filter { $0.type == type }.map(\.id).sorted()
            for row in try select("SELECT id FROM \(relation) WHERE id IN (:list)", list: ids) {
                seen.insert(try row.get("id"))
            }
        }
        return objects.mapValues { list in
            list.filter { !(isItem($0.type) || released[$0.type] != nil) || seen.contains($0.id) }
        }
    }

    /// The fields that this viewer may open, by entry; nil where they were erased.
    private func openedFields(_ indexes: [Int]) throws -> [Int: [String: JSONValue]?] {
        var fields: [Int: [String: JSONValue]?] = [:]
        for row in try select(
            "SELECT * FROM visible_entry_fields WHERE entry_index IN (:list)", list: indexes)
        {
            let payload = try row.optional("payload", as: [UInt8].self)
            fields[try row.get("entry_index")] = .some(
                try payload.flatMap { try JSONValue(parsing: $0).object })
        }
        return fields
    }

    private func entryView(
        _ row: Row, _ objects: [Int: [ObjectReference]], _ fields: [Int: [String: JSONValue]?],
        _ names: [String: String]
    ) throws -> EntryView {
        let index: Int = try row.get("entry_index")
        let person: String = try row.get("person_id")
        let about: String = try row.get("about")
        let opened = fields[index]
        return EntryView(
            id: try row.get("id"), kind: ActKind(rawValue: try row.get("kind")),
            at: Instant(try row.get("at", as: String.self)) ?? Instant(microseconds: 0),
            index: viewer.seesRecord ? index : nil, person: person.isEmpty ? nil : PersonID(person),
            personName: names[person].flatMap { $0.isEmpty ? nil : $0 },
            capacity: Capacity(rawValue: try row.get("capacity")), about: about.isEmpty ? nil : about,
            via: try row.get("via"), objects: objects[index] ?? [], fields: opened ?? nil,
            isErased: opened.map { $0 == nil } ?? false)
    }
}
