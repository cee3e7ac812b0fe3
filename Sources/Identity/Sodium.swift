import CSodium

/// libsodium, started once: it chooses its fastest implementations then.
enum Sodium {
    private static let isStarted = sodium_init() >= 0

    static func start() {
        precondition(isStarted, "libsodium could not start: the system gives no random bytes")
    }

    /// Whether both hold the same bytes, in a time that does not tell where they differ.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
