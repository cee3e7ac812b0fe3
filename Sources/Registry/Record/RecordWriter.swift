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
    private var pending = PendingRecordRows()

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
        let leafRow: [any SQLConvertible] = [
            index, envelope.id, at.description, pack, bytes, leaf.bytes,
        ]
        try pending.add(
            leafRow, openings: openings.map { [index, $0.part, $0.salt, $0.payloadBytes] },
            completing: frontier.append(leaf: leaf), connection)
        lastAt = at
        return AppendedLeaf(index: index, id: envelope.id, at: at, leaf: leaf, openings: openings)
    }

    /// Writes what still waits, for an act that looks at the record's own rows.
    mutating func flush(_ connection: any Connection) throws { try pending.write(connection) }

    /// Moves the head to the last leaf.
    mutating func finish(_ connection: any Connection) throws {
        guard frontier.size > sizeBefore else { return }
        try flush(connection)
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
    /// A payload is not what the envelope commits to.
    case openingAltered(index: Int)
}
