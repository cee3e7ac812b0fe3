import Pack
import Record
import Storage

/// Keeps the engine's full-text index in step with what acts changed. Operational: it can be made again.
enum SearchIndex {
    /// Indexes the objects that an act named, in the act's own transaction.
    static func refresh(_ objects: [ObjectReference], _ connection: any Connection, _ pack: Pack?) throws {
        for object in objects {
            switch object.type {
            case Kind.Resolution.type: try resolution(object.id, connection)
            case Kind.Duty.type: try duty(object.id, connection)
            case Kind.Pack.type: try names(connection)
            case Kind.Erasure.type: try forget(object.id, connection)
            default:
                if let type = ItemType(rawValue: object.type.rawValue) {
                    try item(type, object.id, connection)
                }
            }
        }
    }

    /// Takes out the words of a version whose text was erased.
    private static func forget(_ erasure: String, _ connection: any Connection) throws {
        for row in try connection.query(
            """
            SELECT number FROM search_document WHERE type IN ('duty', \(Self.itemTypes)) AND version IN
                   (SELECT entry_index FROM erasure WHERE id = :id AND erased_by IS NOT NULL
                     UNION SELECT item.entered_by FROM item JOIN erasure ON erasure.entry_index = item.body_by
                            WHERE erasure.id = :id AND erasure.erased_by IS NOT NULL)
            """, ["id": erasure])
        {
            let number: Int64 = try row.get("number")
            try SearchWords.forget(number, connection)
            try connection.execute("DELETE FROM search_document WHERE number = :number", ["number": number])
        }
    }

    /// Empties the index and makes it again from the derived tables.
    static func rebuild(_ connection: any Connection) throws {
        try connection.execute("DELETE FROM search_words", [:])
        try connection.execute("DELETE FROM search_document", [:])
        for row in try connection.query("SELECT id FROM resolution ORDER BY id", [:]) {
            try resolution(try row.get("id"), connection, all: true)
        }
        for row in try connection.query("SELECT id FROM duty ORDER BY id", [:]) {
            try duty(try row.get("id"), connection, all: true)
        }
        for row in try connection.query(
            "SELECT DISTINCT id, type FROM item WHERE type IN (\(Self.itemTypes)) ORDER BY id", [:])
        {
            guard let type = ItemType(rawValue: try row.get("type")) else { continue }
            try item(type, try row.get("id"), connection)
        }
        try names(connection)
    }

    /// The types whose words can be found.
    static let searched: [ItemType] = [.finding, .recommendation, .overview]
    static let itemTypes = searched.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// Every version: each is found by whoever sees that one.
    private static func item(_ type: ItemType, _ id: String, _ connection: any Connection) throws {
        guard searched.contains(type) else { return }
        for row in try connection.query(
            "SELECT entered_by, body FROM item WHERE id = :id AND body IS NOT NULL", ["id": id])
        {
            for (language, text) in try LocalizedWording(stored: try row.get("body")).texts
                .sorted(by: { $0.key < $1.key })
            {
                try add(type.rawValue, id, language, try row.get("entered_by"), text, connection)
            }
        }
    }

    /// - Parameter all: every text and version that there was, so that what is shown as of its time is found too;
    ///   else only what the last act brought.
    private static func resolution(_ id: String, _ connection: any Connection, all: Bool = false) throws {
        let rows = try connection.query(
            """
            SELECT paragraph_id AS id, language, text, entered_by FROM paragraph_text
             WHERE resolution_id = :id
               AND (:all = 1 OR entered_by = (SELECT max(entered_by) FROM resolution_text WHERE resolution_id = :id))
            """, ["id": id, "all": all])
        for row in rows {
            try add(
                "paragraph", try row.get("id"), try row.get("language"), try row.get("entered_by"),
                try row.get("text"), connection)
        }
    }

    private static func duty(_ id: String, _ connection: any Connection, all: Bool = false) throws {
        let rows = try connection.query(
            """
            SELECT addressee, verb, what, entered_by FROM duty_version
             WHERE duty_id = :id AND (:all = 1 OR until_entry IS NULL)
            """, ["id": id, "all": all])
        for row in rows {
            let entry: Int = try row.get("entered_by")
            var words: [String: [String]] = [:]
            for column in ["addressee", "verb", "what"] {
                guard let stored = try row.optional(column, as: String.self) else { continue }
                for (language, text) in try LocalizedWording(stored: stored).texts {
                    words[language, default: []].append(text)
                }
            }
            for (language, texts) in words.sorted(by: { $0.key < $1.key }) {
                try add("duty", id, language, entry, texts.joined(separator: " "), connection)
            }
        }
    }

    private static func names(_ connection: any Connection) throws {
        let rows = try connection.query(
            """
            SELECT kind, code, language, name, pack_entry FROM pack_name
             WHERE pack_entry = (SELECT since_entry FROM pack_in_force WHERE until_entry IS NULL)
               AND kind IN ('state', 'requirement', 'theme', 'entity')
            """, [:])
        for row in rows {
            let code: String = try row.get("code")
            let name: String = try row.get("name")
            try add(
                try row.get("kind"), code, try row.get("language"), try row.get("pack_entry"),
                "\(code) \(name)", connection)
        }
    }

    private static func add(
        _ type: String, _ id: String, _ language: String, _ version: Int, _ text: String,
        _ connection: any Connection
    ) throws {
        let number = Self.number(type, id, language, version)
        try connection.execute(
            """
            INSERT INTO search_document (number, type, id, language, version)
            VALUES (:number, :type, :id, :language, :version)
            ON CONFLICT (number) DO NOTHING
            """,
            ["number": number, "type": type, "id": id, "language": language, "version": version])
        try SearchWords.put(Tokenizer.words(in: text), number, connection)
    }

    /// A document's number follows from what it is: no sequence, the same on every node.
    private static func number(_ type: String, _ id: String, _ language: String, _ version: Int) -> Int64 {
        let hash = SHA256.hash(Array("\(type)/\(id)/\(language)/\(version)".utf8)).bytes
        return hash.prefix(8).reduce(Int64(0)) { ($0 << 8) | Int64($1) } & Int64.max
    }
}
