import CSodium

/// libsodium, started once: it chooses its fastest implementations then.
enum Sodium {
    private static let isStarted = sodium_init() >= 0

    static func start() {
        precondition(isStarted, "libsodium could not start: the system gives no random bytes")
    }
}
