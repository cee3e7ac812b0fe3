import CSodium

/// A password as it is stored: Argon2id (RFC 9106) with 19 MiB and two passes, in libsodium's string form, which
/// names its own costs and salt.
///
/// Each call takes 19 MiB and some 30 ms of a core; a server makes them through `HashingQueue`.
public struct PasswordHash: Hashable, Sendable {
    public static let memoryBytes = 19 << 20
    public static let passes = 2

    /// `$argon2id$v=19$m=19456,t=2,p=1$…`.
    public let text: String

    /// A stored one.
    public init(stored text: String) { self.text = text }

    /// Hashes a password under a fresh random salt.
    ///
    /// - Throws: `OutOfMemory`.
    public init(of password: String) throws {
        Sodium.start()
        var output = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        let status = crypto_pwhash_str_alg(
            &output, bytes, UInt64(bytes.count), UInt64(Self.passes), Self.memoryBytes,
            crypto_pwhash_alg_argon2id13())
        guard status == 0 else { throw OutOfMemory() }
        text = String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether this is the password.
    public func matches(_ password: String) -> Bool {
        Sodium.start()
        guard text.utf8.count < Int(crypto_pwhash_strbytes()) else { return false }
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// Whether it was made at other costs than today's and should be made anew at the next sign-in.
    public var needsRehash: Bool {
        crypto_pwhash_str_needs_rehash(text, UInt64(Self.passes), Self.memoryBytes) != 0
    }

    /// A hash that no password opens, at today's costs: checked where an address is unknown, so that the answer
    /// takes as long as for a known one.
    public static let decoy = PasswordHash(
        stored: "$argon2id$v=19$m=19456,t=2,p=1$c3RvY2t0YWtlLWRlY295IQ"
            + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")

    /// There was no memory for hashing; try again later.
    public struct OutOfMemory: Error {}
}
