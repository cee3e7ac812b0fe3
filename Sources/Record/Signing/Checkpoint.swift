/// A statement of how long the log is and what its root is, signed as a note
/// (C2SP tlog-checkpoint on C2SP signed-note).
public struct Checkpoint: Hashable, Sendable {
    /// Name of the log; that of its key.
    public let origin: String
    public let size: Int
    public let root: Hash32

    public init(origin: String, size: Int, root: Hash32) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The three lines that are signed.
    public var body: String { "\(origin)\n\(size)\n\(root.base64)\n" }

    /// The note: body, an empty line, and the signature's line.
    public func signed(by key: SigningKey) -> String {
        let signature = key.verifyingKey.keyID + key.signature(of: Array(body.utf8))
        return "\(body)\n\u{2014} \(key.name) \(Base64.string(signature))\n"
    }

    /// Reads a note and checks that the key signed it. Other keys' signatures (of witnesses, say) may stand
    /// beside it; lines after the root are signed with the rest and otherwise set aside.
    ///
    /// - Throws: `CheckpointFault`.
    public init(verifying text: String, with key: VerifyingKey) throws(CheckpointFault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 65_536, bytes.last == 0x0a, let gap = Self.lastGap(bytes) else { throw .badForm }
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x0a }) else { throw .badForm }
        let body = Array(bytes[...gap])
        let lines = String(decoding: bytes[(gap + 2)...], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast()
        try Self.check(lines, sign: body, with: key)
        let parts = String(decoding: body, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        // The body ends with a newline, hence an empty last part.
        guard parts.count >= 4, !parts[0].isEmpty, let size = Self.decimal(parts[1]),
            let root = Hash32(base64: String(parts[2]))
        else { throw .badForm }
        guard parts[0] == key.name else { throw .otherOrigin }
        guard size > 0 || root == MerkleTree.emptyRoot else { throw .badForm }
        self.init(origin: String(parts[0]), size: size, root: root)
    }

    /// Where the body's last newline is followed by the empty line.
    private static func lastGap(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        for index in stride(from: bytes.count - 2, through: 0, by: -1)
        where bytes[index] == 0x0a && bytes[index + 1] == 0x0a {
            return index
        }
        return nil
    }

    private static func check(
        _ lines: ArraySlice<Substring>, sign body: [UInt8], with key: VerifyingKey
    ) throws(CheckpointFault) {
        var isSigned = false
        for line in lines {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", let bytes = Base64.bytes(String(parts[2])),
                bytes.count > 4
            else { throw .badForm }
            guard parts[1] == key.name, Array(bytes[..<4]) == key.keyID else { continue }
            guard key.isSignature(Array(bytes[4...]), of: body) else { throw .badSignature }
            isSigned = true
        }
        guard isSigned else { throw .notSignedByKey }
    }

    /// Digits without a leading zero, as tlog-checkpoint asks.
    private static func decimal(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            text == "0" || text.utf8.first != UInt8(ascii: "0")
        else { return nil }
        return Int(text)
    }
}

/// Why a note is not this log's checkpoint.
public enum CheckpointFault: String, Error, Hashable, Sendable {
    case badForm = "bad-form"
    case otherOrigin = "other-origin"
    case notSignedByKey = "not-signed-by-key"
    case badSignature = "bad-signature"
}
