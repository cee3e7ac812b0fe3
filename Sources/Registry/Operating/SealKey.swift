import CSodium

/// The key of a sealed file, derived from a passphrase with Argon2id (RFC 9106): three passes over 64 MiB.
struct SealKey {
    static let saltBytes = 16
    let bytes: [UInt8]

    /// - Throws: `SealFault.outOfMemory`.
    init(passphrase: [UInt8], salt: [UInt8]) throws(SealFault) {
        precondition(salt.count == Self.saltBytes, "libsodium's Argon2id takes 16 bytes of salt")
        var key = [UInt8](repeating: 0, count: 32)
        let secret = passphrase.map { CChar(bitPattern: $0) }
        let status = crypto_pwhash(
            &key, UInt64(key.count), secret, UInt64(secret.count), salt, 3, 64 << 20,
            crypto_pwhash_alg_argon2id13())
        guard status == 0 else { throw .outOfMemory }
        bytes = key
    }
}
