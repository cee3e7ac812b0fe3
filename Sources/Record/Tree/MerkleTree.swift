/// Hashes of the log's tree, as RFC 9162 section 2.1.1 (and RFC 6962) defines them over SHA-256.
public enum MerkleTree {
    /// The hash of no leaves: SHA-256 of nothing.
    public static let emptyRoot = SHA256.hash([UInt8]())

    /// SHA-256(0x00 ‖ leaf).
    public static func leafHash(_ leaf: some Collection<UInt8>) -> Hash32 {
        var hasher = SHA256()
        hasher.update(UInt8(0))
        hasher.update(leaf)
        return hasher.finish()
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func nodeHash(_ left: Hash32, _ right: Hash32) -> Hash32 {
        var hasher = SHA256()
        hasher.update(UInt8(1))
        hasher.update(left)
        hasher.update(right)
        return hasher.finish()
    }
}
