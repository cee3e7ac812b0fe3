/// How long a session lasts. Times are microseconds since 1970, UTC; lengths say their unit.
public struct SessionPolicy: Hashable, Sendable {
    /// Without a request for this long, a session is over.
    public var idleMinutes = 30
    /// However busy, a session is over after this.
    public var longestHours = 12
    /// Then the next request gets a new token.
    public var rotationMinutes = 15
    /// A token that was replaced is still taken this long: pages fetch several things at once.
    public var graceSeconds = 60

    public init() {}

    /// What the policy needs to know of a session.
    public struct Times: Hashable, Sendable {
        public var startedAt: Int64
        public var lastSeenAt: Int64
        /// When its present token was made.
        public var rotatedAt: Int64

        public init(startedAt: Int64, lastSeenAt: Int64, rotatedAt: Int64) {
            self.startedAt = startedAt
            self.lastSeenAt = lastSeenAt
            self.rotatedAt = rotatedAt
        }
    }

    public enum Stage: String, Hashable, Sendable {
        case live
        /// Nobody was there for too long.
        case idle
        /// It began too long ago.
        case expired
    }

    /// A clock that runs backwards neither ends nor lengthens a session.
    public func stage(of session: Times, at now: Int64) -> Stage {
        let now = max(now, session.lastSeenAt)
        if now - session.startedAt >= Int64(longestHours) * 3_600_000_000 { return .expired }
        if now - session.lastSeenAt >= Int64(idleMinutes) * 60_000_000 { return .idle }
        return .live
    }

    /// Whether the session is due a new token.
    public func needsRotation(_ session: Times, at now: Int64) -> Bool {
        now - session.rotatedAt >= Int64(rotationMinutes) * 60_000_000
    }

    /// Whether the token before the present one is still taken.
    public func takesFormerToken(_ session: Times, at now: Int64) -> Bool {
        now - session.rotatedAt < Int64(graceSeconds) * 1_000_000
    }

    /// When the session ends if nobody comes back.
    public func end(of session: Times) -> Int64 {
        min(
            session.startedAt + Int64(longestHours) * 3_600_000_000,
            session.lastSeenAt + Int64(idleMinutes) * 60_000_000)
    }
}
