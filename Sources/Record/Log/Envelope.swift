/// A leaf of the log: what everybody may see of an entry, with commitments to the rest.
/// docs/record-format.md says it exactly.
public struct Envelope: Hashable, Sendable {
    public static let format = "stocktake/1"
    /// What there are commitments to, in the order in which they are told.
    public static let parts = ["who", "act", "objects", "fields"]

    /// Random; tells nothing.
    public let id: String
    /// Position in the log, from 0.
    public let index: Int
    /// Never before the entry before.
    public let at: Instant
    /// Hash of the pack in force, in hex; empty before the first is adopted.
    public let pack: String
    public let who: Hash32
    public let act: Hash32
    public let objects: Hash32
    public let fields: Hash32

    public init(
        id: String, index: Int, at: Instant, pack: String, who: Hash32, act: Hash32, objects: Hash32,
        fields: Hash32
    ) {
        self.id = id
        self.index = index
        self.at = at
        self.pack = pack
        self.who = who
        self.act = act
        self.objects = objects
        self.fields = fields
    }

    /// Reads canonical bytes.
    ///
    /// - Throws: `JSONParseError`; `EnvelopeFault` if members are missing, surplus or of another form, or if
    ///   the bytes are not the canonical ones.
    public init(parsing bytes: [UInt8]) throws {
        guard case .object(let members) = try JSONValue(parsing: bytes, maximumBytes: 4096) else {
            throw EnvelopeFault.notAnObject
        }
        func text(_ name: String) throws -> String {
            guard let text = members[name]?.string else { throw EnvelopeFault.member(name) }
            return text
        }
        func hash(_ name: String) throws -> Hash32 {
            guard let hash = Hash32(hex: try text(name)) else { throw EnvelopeFault.member(name) }
            return hash
        }
        guard try text("format") == Self.format else { throw EnvelopeFault.member("format") }
        guard let index = members["index"]?.int, index >= 0 else { throw EnvelopeFault.member("index") }
        guard let at = Instant(try text("at")) else { throw EnvelopeFault.member("at") }
        let pack = try text("pack")
        guard pack.isEmpty || Hash32(hex: pack) != nil else { throw EnvelopeFault.member("pack") }
        self.init(
            id: try text("id"), index: index, at: at, pack: pack, who: try hash("who"),
            act: try hash("act"), objects: try hash("objects"), fields: try hash("fields"))
        guard canonicalBytes == bytes else { throw EnvelopeFault.notCanonical }
    }

    /// Canonical JSON (RFC 8785), the bytes that are hashed: written out member by member in their order.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter(reserving: 512)
        writer.write(ascii: "{\"act\":")
        writer.write(act)
        writer.write(ascii: ",\"at\":")
        writer.write(at.description)
        writer.write(ascii: ",\"fields\":")
        writer.write(fields)
        writer.write(ascii: ",\"format\":\"stocktake/1\",\"id\":")
        writer.write(id)
        writer.write(ascii: ",\"index\":")
        writer.write(.integer(Int64(index)))
        writer.write(ascii: ",\"objects\":")
        writer.write(objects)
        writer.write(ascii: ",\"pack\":")
        writer.write(pack)
        writer.write(ascii: ",\"who\":")
        writer.write(who)
        writer.write(ascii: "}")
        return writer.bytes
    }

    /// The commitment to one part: `who`, `act`, `objects`, `fields`; nil for any other name.
    public func commitment(to part: String) -> Hash32? {
        switch part {
        case "who": who
        case "act": act
        case "objects": objects
        case "fields": fields
        default: nil
        }
    }

    public var leafHash: Hash32 { MerkleTree.leafHash(canonicalBytes) }
}

/// Bytes that are no envelope.
public enum EnvelopeFault: Error, Hashable, Sendable {
    case notAnObject
    /// The member of that name is missing or not of its form.
    case member(String)
    /// Surplus members, another order, or space.
    case notCanonical
}
