import CSodium

/// SHA-256 (FIPS 180-4), through libsodium.
public struct SHA256: Sendable {
    private var inner = crypto_hash_sha256_state()

    /// For what comes in pieces, such as files: `update` with each, then `finish`.
    public init() { crypto_hash_sha256_init(&inner) }

    /// The hash of all bytes at once.
    public static func hash(_ bytes: some Collection<UInt8>) -> Hash32 {
        let fast = bytes.withContiguousStorageIfAvailable { source in
            Hash32(filling: { target in
                _ = crypto_hash_sha256(target, source.baseAddress, UInt64(source.count))
            })
        }
        return fast ?? hash(Array(bytes))
    }

    /// The hash of pieces as if they were one.
    public static func hash(pieces: [[UInt8]]) -> Hash32 {
        var hasher = SHA256()
        for piece in pieces { hasher.update(piece) }
        return hasher.finish()
    }

    public mutating func update(_ bytes: some Collection<UInt8>) {
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { source in
            _ = crypto_hash_sha256_update(&inner, source.baseAddress, UInt64(source.count))
        }
        if isDone == nil { update(Array(bytes)) }
    }

    mutating func update(_ byte: UInt8) {
        withUnsafePointer(to: byte) { _ = crypto_hash_sha256_update(&inner, $0, 1) }
    }

    mutating func update(_ hash: Hash32) {
        hash.withUnsafeBytes { source in
            _ = crypto_hash_sha256_update(&inner, source.bindMemory(to: UInt8.self).baseAddress, 32)
        }
    }

    /// The hash of everything so far; more may follow.
    public func finish() -> Hash32 {
        var copy = inner
        return Hash32(filling: { target in _ = crypto_hash_sha256_final(&copy, target) })
    }
}
