import CSodium

/// The public half of a signing key, written as in C2SP signed-note: `name+keyID+base64`.
public struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// 32 bytes.
    public let bytes: [UInt8]
    /// Four bytes that tell keys of one name apart.
    public let keyID: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        keyID = KeyName.keyID(name, publicKey: bytes)
    }

    /// Reads `name+keyID+base64`; space around it is set aside.
    ///
    /// - Throws: `KeyFault`.
    public init(_ text: String) throws {
        let parts = text.drop(while: \.isWhitespace).split(whereSeparator: \.isNewline).first?
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard let parts, parts.count == 3,
            let key = Base64.bytes(String(parts[2])), key.count == 33, key[0] == KeyName.ed25519
        else { throw KeyFault.badForm }
        guard KeyName.isValid(String(parts[0])) else { throw KeyFault.badName }
        self.init(name: String(parts[0]), bytes: Array(key.dropFirst()))
        guard Hexadecimal.string(keyID) == parts[1] else { throw KeyFault.otherKeyID }
    }

    public var description: String {
        "\(name)+\(Hexadecimal.string(keyID))+\(Base64.string([KeyName.ed25519] + bytes))"
    }

    /// Whether an Ed25519 signature (RFC 8032, 64 bytes) of these bytes is this key's.
    public func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        Sodium.start()
        guard signature.count == 64, bytes.count == 32 else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}
