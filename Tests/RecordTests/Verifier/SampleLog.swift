import Record

/// A small log as the registry writes one, as rows: three packs' worth of acts, one erasure, two checkpoints.
struct SampleLog {
    typealias Row = [String: JSONValue]

    var rows: [Row] = []
    var receipts: [Receipt] = []
    let key: SigningKey
    private(set) var frontier = MerkleFrontier()
    private(set) var nodes: [[Int]: Hash32] = [:]
    private(set) var envelopes: [Envelope] = []
    private var random: SeededRandom
    private var pack = ""

    init(seed: UInt64, entries: Int) throws {
        random = SeededRandom(seed: seed)
        key = try SigningKey(name: "registry.example/record", seed: random.bytes(32))
        for index in 0..<entries {
            switch index {
            case 1, entries / 2: adoptPack()
            case entries - 2 where entries > 6: erase(3)
            default: append("propose-duty", [["type": "duty", "id": .string("d\(index)")]], random.json())
            }
            if index % 5 == 3 { addCheckpoint() }
        }
        addHead()
    }

    /// A dump: JSON Lines.
    var dump: String { rows.map { JSONValue.object($0).canonicalString + "\n" }.joined() }

    func proof(of index: Int) throws -> JSONValue {
        let hashes = try MerkleProof.inclusion(index: index, size: frontier.size) {
            nodes[[$0, $1]] ?? frontier.root
        }
        let note = Checkpoint(origin: key.name, size: frontier.size, root: frontier.root).signed(by: key)
        return EntryProof(
            envelope: envelopes[index], inclusion: hashes, checkpoint: note,
            openings: receipts[index].openings
        ).json(size: frontier.size)
    }

    private mutating func append(_ kind: String, _ objects: JSONValue, _ fields: JSONValue) {
        let values: [String: JSONValue] = [
            "who": ["person": "p1", "capacity": "expert", "about": nil, "via": "page"],
            "act": ["kind": .string(kind), "authority": ["S/RES/2617(2021)/OP/12"]],
            "objects": objects, "fields": ["value": fields],
        ]
        let openings = values.mapValues { Opening(salt: random.bytes(32), value: $0) }
        let index = frontier.size
        let at = Instant(microseconds: 1_795_485_458_000_000 + Int64(index / 2) * 1_000_001)
        let envelope = Envelope(
            id: "entry\(index)", index: index, at: at, pack: pack,
            who: openings["who"]?.commitment ?? frontier.root,
            act: openings["act"]?.commitment ?? frontier.root,
            objects: openings["objects"]?.commitment ?? frontier.root,
            fields: openings["fields"]?.commitment ?? frontier.root)
        envelopes.append(envelope)
        receipts.append(
            Receipt(entry: envelope.id, at: at, kind: kind, leafHash: envelope.leafHash, openings: openings))
        let number = JSONValue.integer(Int64(index))
        rows.append([
            "table": "record_entry", "entry_index": number, "id": .string(envelope.id),
            "at": .string(at.description), "pack": .string(pack), "envelope": blob(envelope.canonicalBytes),
            "leaf_hash": blob(envelope.leafHash.bytes),
        ])
        for (part, opening) in openings.sorted(by: { $0.key < $1.key }) {
            rows.append([
                "table": "record_opening", "entry_index": number, "part": .string(part),
                "salt": blob(opening.salt), "payload": blob(opening.value.canonicalBytes),
            ])
        }
        nodes[[0, index]] = envelope.leafHash
        for node in frontier.append(leaf: envelope.leafHash) {
            nodes[[node.level, node.position]] = node.hash
            rows.append([
                "table": "record_node", "level": .integer(Int64(node.level)),
                "position": .integer(Int64(node.position)), "hash": blob(node.hash.bytes),
            ])
        }
    }

    private mutating func adoptPack() {
        let file = random.bytes(40)
        let digest = SHA256.hash(file).hex
        let hash = SHA256.hash(JSONValue.object(["pack.yaml": .string(digest)]).canonicalBytes).hex
        rows.append([
            "table": "pack_version", "hash": .string(hash), "name": "example", "version": "1",
            "adopted_by": .integer(Int64(frontier.size)),
        ])
        rows.append([
            "table": "pack_file", "pack_hash": .string(hash), "path": "pack.yaml", "sha256": .string(digest),
            "bytes": blob(file),
        ])
        append("adopt-pack", [["type": "pack", "id": .string(hash)]], .string(hash))
        pack = hash
    }

    private mutating func erase(_ index: Int) {
        append("erase-payload", [["type": "entry", "id": .string(envelopes[index].id)]], nil)
        for place in rows.indices
        where rows[place]["table"] == "record_opening" && rows[place]["part"] == "fields"
            && rows[place]["entry_index"]?.int == index
        {
            rows[place]["salt"] = JSONValue.null
            rows[place]["payload"] = JSONValue.null
        }
    }

    private mutating func addCheckpoint() {
        let checkpoint = Checkpoint(origin: key.name, size: frontier.size, root: frontier.root)
        rows.append([
            "table": "record_checkpoint", "size": .integer(Int64(checkpoint.size)),
            "root": blob(checkpoint.root.bytes), "note": .string(checkpoint.signed(by: key)),
            "at": "2026-11-24T01:57:38.123456Z",
        ])
    }

    private mutating func addHead() {
        let at = envelopes.last?.at ?? Instant(microseconds: 0)
        rows.append([
            "table": "record_head", "id": 0, "size": .integer(Int64(frontier.size)),
            "root": blob(frontier.root.bytes), "frontier": blob(frontier.bytes),
            "at": .string(at.description),
        ])
    }
}
