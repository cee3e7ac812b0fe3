/// A salted commitment: binds to a value, tells nothing of it until it is opened with its salt.
///
/// SHA-256(0x02 ‖ salt ‖ canonical JSON). The salt is 32 random bytes, so that nobody can find a value by
/// trying, and of fixed length, so that salt and value cannot be cut differently; the first byte keeps
/// commitments apart from leaves (0x00) and nodes (0x01).
public enum Commitment {
    public static let saltLength = 32

    /// - Precondition: the salt has `saltLength` bytes.
    public static func commit(salt: [UInt8], canonicalBytes: [UInt8]) -> Hash32 {
        precondition(salt.count == saltLength, "a salt has 32 bytes")
        var hasher = SHA256()
        hasher.update(UInt8(2))
        hasher.update(salt)
        hasher.update(canonicalBytes)
        return hasher.finish()
    }

    /// - Precondition: the salt has `saltLength` bytes.
    public static func commit(salt: [UInt8], value: JSONValue) -> Hash32 {
        commit(salt: salt, canonicalBytes: value.canonicalBytes)
    }

    /// Whether salt and value open the commitment; a salt of another length opens none.
    public static func isOpened(_ commitment: Hash32, salt: [UInt8], canonicalBytes: [UInt8]) -> Bool {
        salt.count == saltLength && commit(salt: salt, canonicalBytes: canonicalBytes) == commitment
    }
}
