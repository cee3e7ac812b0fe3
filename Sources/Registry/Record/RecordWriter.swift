import Record
import Storage

/// Appends leaves to the log within one transaction.
///
/// The next index comes from the head row, which is locked from the start: never from a sequence, which would
/// leave gaps.
struct RecordWriter {
    private(set) var lastAt: Instant
    private var frontier: MerkleFrontier
    private let sizeBefore: Int

    init(lockingHeadOf connection: any Connection) throws {
        // SQLite's write transaction holds the only writer's lock already.
        let lock = connection.engine == .postgresql ? " FOR UPDATE" : ""
        let rows = try connection.query("SELECT size, frontier, at FROM record_head WHERE id = 0\(lock)", [:])
        guard let row = rows.first else { throw RecordFault.headMissing }
        guard let frontier = MerkleFrontier(bytes: try row.get("frontier", as: [UInt8].self)),
            let at = Instant(try row.get("at", as: String.self))
        else { throw RecordFault.headUnreadable }
        self.frontier = frontier
        lastAt = at
        sizeBefore = try row.get("size")
    }

    /// One leaf with its four openings and the tree nodes that it completes.
    mutating func append(
        to connection: any Connection, at: Instant, pack: String, who: JSONValue, act: JSONValue,
        objects: JSONValue, fields: JSONValue, random: (Int) -> [UInt8]
    ) throws -> AppendedLeaf {
        let index = frontier.size
        let openings = [("who", who), ("act", act), ("objects", objects), ("fields", fields)]
            .map { AppendedLeaf.Opening(part: $0.0, salt: random(32), payload: $0.1) }
        let envelope = Envelope(
            id: Surroundings.identifier(from: random(26)), index: index, at: at, pack: pack,
            who: openings[0].commitment, act: openings[1].commitment, objects: openings[2].commitment,
            fields: openings[3].commitment)
        let bytes = envelope.canonicalBytes
        let leaf = MerkleTree.leafHash(bytes)
        try connection.execute(
            """
            INSERT INTO record_entry (entry_index, id, at, pack, envelope, leaf_hash)
            VALUES (:index, :id, :at, :pack, :envelope, :leaf)
            """,
            [
                "index": index, "id": envelope.id, "at": at.description, "pack": pack, "envelope": bytes,
                "leaf": leaf.bytes,
            ])
        try insert(openings, index, connection)
        for node in frontier.append(leaf: leaf) {
            try connection.execute(
                "INSERT INTO record_node (level, position, hash) VALUES (:level, :position, :hash)",
                ["level": node.level, "position": node.position, "hash": node.hash.bytes])
        }
        lastAt = at
        return AppendedLeaf(index: index, id: envelope.id, at: at, leaf: leaf, openings: openings)
    }

    private func insert(
        _ openings: [AppendedLeaf.Opening], _ index: Int, _ connection: any Connection
    ) throws {
        var parameters: [String: any SQLConvertible] = ["index": index]
        for opening in openings {
            parameters["\(opening.part)_salt"] = opening.salt
            parameters[opening.part] = opening.payloadBytes
        }
        try connection.execute(
            """
            INSERT INTO record_opening (entry_index, part, salt, payload)
            VALUES (:index, 'who', :who_salt, :who), (:index, 'act', :act_salt, :act),
                   (:index, 'objects', :objects_salt, :objects), (:index, 'fields', :fields_salt, :fields)
            """, parameters)
    }

    /// Moves the head to the last leaf.
    func finish(_ connection: any Connection) throws {
        guard frontier.size > sizeBefore else { return }
        try connection.execute(
            "UPDATE record_head SET size = :size, root = :root, frontier = :frontier, at = :at WHERE id = 0",
            [
                "size": frontier.size, "root": frontier.root.bytes, "frontier": frontier.bytes,
                "at": lastAt.description,
            ])
    }
}

/// What was appended, with the openings of its commitments.
struct AppendedLeaf {
    struct Opening {
        let part: String
        let salt: [UInt8]
        let payloadBytes: [UInt8]
        let payload: JSONValue

        init(part: String, salt: [UInt8], payload: JSONValue) {
            self.part = part
            self.salt = salt
            self.payload = payload
            payloadBytes = payload.canonicalBytes
        }

        var commitment: Hash32 { Commitment.commit(salt: salt, canonicalBytes: payloadBytes) }
    }

    let index: Int
    let id: String
    let at: Instant
    let leaf: Hash32
    let openings: [Opening]

    /// For whoever performed the act: what was committed to on their behalf, opened, and signed.
    func receipt(kind: ActKind, signedBy key: SigningKey) -> JSONValue {
        let opened = openings.map { ($0.part, Record.Opening(salt: $0.salt, value: $0.payload)) }
        return Receipt(
            entry: id, at: at, kind: kind.rawValue, leafHash: leaf,
            openings: Dictionary(uniqueKeysWithValues: opened)
        ).signed(by: key)
    }
}

/// The record's own rows are not as they must be.
enum RecordFault: Error {
    case headMissing
    case headUnreadable
    case nodeMissing(level: Int, position: Int)
}
