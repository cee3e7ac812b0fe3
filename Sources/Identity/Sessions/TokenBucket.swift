/// A stock of attempts that refills evenly. Times are microseconds since 1970, UTC.
public struct TokenBucket: Hashable, Sendable {
    /// Attempts at once after a pause.
    public let capacity: Int
    /// Then one every so many seconds.
    public let secondsPerAttempt: Int
    /// When the stock would be, or was, full.
    private(set) var fullAt: Int64

    public init(capacity: Int, secondsPerAttempt: Int) {
        precondition(capacity > 0 && secondsPerAttempt > 0, "a bucket holds and refills something")
        self.capacity = capacity
        self.secondsPerAttempt = secondsPerAttempt
        fullAt = .min
    }

    /// Seconds until there is an attempt, rounded up; 0 if there is one now.
    public func retryAfterSeconds(at now: Int64) -> Int {
        let room = Int64(capacity - 1) * microsecondsPerAttempt
        guard fullAt > now + room else { return 0 }
        return Int((fullAt - now - room + 999_999) / 1_000_000)
    }

    /// Takes an attempt, whether or not there is one: ask first.
    public mutating func take(at now: Int64) { fullAt = max(fullAt, now) + microsecondsPerAttempt }

    public func isFull(at now: Int64) -> Bool { fullAt <= now }

    private var microsecondsPerAttempt: Int64 { Int64(secondsPerAttempt) * 1_000_000 }
}
