import CSodium

/// An Ed25519 key that signs checkpoints and receipts. Its file is one line, `PRIVATE+KEY+name+keyID+base64`,
/// the form that signed-note tools use.
public struct SigningKey: Sendable {
    /// The log's name and origin, e.g. `registry.example/record`.
    public let name: String
    public let verifyingKey: VerifyingKey
    private let seed: [UInt8]
    private let secret: [UInt8]

    /// - Parameter seed: 32 secret random bytes.
    /// - Throws: `KeyFault.badName`, `KeyFault.badForm` if the seed has another length.
    public init(name: String, seed: [UInt8]) throws {
        Sodium.start()
        guard KeyName.isValid(name) else { throw KeyFault.badName }
        guard seed.count == 32 else { throw KeyFault.badForm }
        var publicKey = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 64)
        _ = crypto_sign_seed_keypair(&publicKey, &secret, seed)
        self.name = name
        self.seed = seed
        self.secret = secret
        verifyingKey = VerifyingKey(name: name, bytes: publicKey)
    }

    /// Reads the one line of a key file.
    ///
    /// - Throws: `KeyFault`.
    public init(_ text: String) throws {
        let prefix = "PRIVATE+KEY+"
        let line = text.drop(while: \.isWhitespace).split(whereSeparator: \.isNewline).first ?? ""
        guard line.hasPrefix(prefix) else { throw KeyFault.badForm }
        let parts = line.dropFirst(prefix.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = Base64.bytes(String(parts[2])), key.first == KeyName.ed25519 else {
            throw KeyFault.badForm
        }
        try self.init(name: String(parts[0]), seed: Array(key.dropFirst()))
        guard Hexadecimal.string(verifyingKey.keyID) == parts[1] else { throw KeyFault.otherKeyID }
    }

    /// Makes a new key; `random` gives that many secret random bytes.
    public static func generate(name: String, random: (Int) -> [UInt8]) throws -> SigningKey {
        try SigningKey(name: name, seed: random(32))
    }

    /// The line for a key file. Secret: whoever has it can sign for the log.
    public var text: String {
        let keyID = Hexadecimal.string(verifyingKey.keyID)
        return "PRIVATE+KEY+\(name)+\(keyID)+\(Base64.string([KeyName.ed25519] + seed))\n"
    }

    /// The Ed25519 signature (RFC 8032) of these bytes: 64 bytes, always the same for the same message.
    public func signature(of message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }
}
