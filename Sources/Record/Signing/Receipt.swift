/// For whoever sent something: signed proof that it was taken in, when, and as what, without the entry's index.
///
/// The commitments can be recomputed from the openings; that they lie in the leaf, only someone who may see the
/// envelope can check (an auditor finds it by the leaf hash). docs/record-format.md says the form exactly.
public struct Receipt: Hashable, Sendable {
    public static let format = "stocktake-receipt/1"

    /// Identifier of the entry.
    public let entry: String
    public let at: Instant
    /// Kind of the act, e.g. `confirm-duty`.
    public let kind: String
    public let leafHash: Hash32
    /// By part: `who`, `act`, `objects`, and `fields` unless they were erased before the receipt was made.
    public let openings: [String: Opening]

    public init(entry: String, at: Instant, kind: String, leafHash: Hash32, openings: [String: Opening]) {
        self.entry = entry
        self.at = at
        self.kind = kind
        self.leafHash = leafHash
        self.openings = openings
    }

    /// The receipt as it is handed out.
    public func signed(by key: SigningKey) -> JSONValue {
        let statement = statement(name: key.name)
        let signature = key.signature(of: Self.signedBytes(statement))
        var members = statement
        members["signature"] = .string(Base64.string(key.verifyingKey.keyID + signature))
        return .object(members)
    }

    /// Reads a receipt and checks that the key signed exactly this.
    ///
    /// - Throws: `ReceiptFault`.
    public init(verifying json: JSONValue, with key: VerifyingKey) throws(ReceiptFault) {
        let held = try HeldReceipt(json)
        guard held.log == key.name else { throw .badForm }
        guard held.isSigned(by: key) else { throw .badSignature }
        self = held.receipt
    }

    /// - Parameter members: all but the signature.
    init(members: [String: JSONValue]) throws(ReceiptFault) {
        guard members["format"]?.string == Self.format, let entry = members["entry"]?.string,
            let at = members["at"]?.string.flatMap({ Instant($0) }), let kind = members["kind"]?.string,
            let leafHash = members["leaf"]?.string.flatMap({ Hash32(hex: $0) }),
            let parts = members["openings"]?.object
        else { throw .badForm }
        guard Set(parts.keys).union(["fields"]) == Set(Envelope.parts) else { throw .badForm }
        var openings: [String: Opening] = [:]
        for (part, json) in parts {
            do { openings[part] = try Opening(json: json) } catch { throw .badForm }
        }
        self.init(entry: entry, at: at, kind: kind, leafHash: leafHash, openings: openings)
    }

    func statement(name: String) -> [String: JSONValue] {
        [
            "format": .string(Self.format), "log": .string(name), "entry": .string(entry),
            "at": .string(at.description), "kind": .string(kind), "leaf": .string(leafHash.hex),
            "openings": .object(openings.mapValues(\.json)),
        ]
    }

    /// The first line keeps receipts apart from the checkpoints that the same key signs.
    static func signedBytes(_ statement: [String: JSONValue]) -> [UInt8] {
        Array("\(format)\n".utf8) + JSONValue.object(statement).canonicalBytes
    }
}

/// Why a receipt is not this log's.
public enum ReceiptFault: String, Error, Hashable, Sendable {
    case badForm = "bad-form"
    case badSignature = "bad-signature"
}
