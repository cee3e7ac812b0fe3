/// Limits attempts to sign in, per account and per address. Times are microseconds since 1970, UTC.
///
/// A value for one node: several nodes multiply the limits by their number, which still stops guessing.
public struct RateLimit: Sendable {
    /// Attempts for one account: five at once, then one a minute.
    public var perEmail = TokenBucket(capacity: 5, secondsPerAttempt: 60)
    /// Attempts from one address, behind which a whole mission may sit: thirty at once, then one every 10 s.
    public var perAddress = TokenBucket(capacity: 30, secondsPerAttempt: 10)
    /// Most accounts and addresses remembered, each.
    public let maximumRemembered: Int

    private var emails: [String: TokenBucket] = [:]
    private var addresses: [String: TokenBucket] = [:]

    public init(maximumRemembered: Int = 20_000) { self.maximumRemembered = maximumRemembered }

    /// Counts an attempt.
    ///
    /// - Returns: nil if it may go ahead; else the seconds after which to try again. A refused attempt is not
    ///   counted, so that waiting helps.
    public mutating func attempt(email: String, address: String, at now: Int64) -> Int? {
        let email = email.lowercased()
        var account = emails[email] ?? perEmail
        var source = addresses[address] ?? perAddress
        let wait = max(account.retryAfterSeconds(at: now), source.retryAfterSeconds(at: now))
        guard wait == 0 else { return wait }
        account.take(at: now)
        source.take(at: now)
        Self.remember(account, as: email, in: &emails, upTo: maximumRemembered, at: now)
        Self.remember(source, as: address, in: &addresses, upTo: maximumRemembered, at: now)
        return nil
    }

    /// After a success the account starts afresh; the address does not, lest an attacker's own account help.
    public mutating func succeeded(email: String) { emails[email.lowercased()] = nil }

    /// Accounts and addresses held in memory.
    var remembered: Int { emails.count + addresses.count }

    private static func remember(
        _ bucket: TokenBucket, as key: String, in buckets: inout [String: TokenBucket], upTo limit: Int,
        at now: Int64
    ) {
        if buckets[key] == nil, buckets.count >= limit {
            buckets = buckets.filter { !$0.value.isFull(at: now) }
            // All are in use: forget those that are nearest to full, which loses least.
            if buckets.count >= limit {
                let kept = buckets.sorted { $0.value.fullAt > $1.value.fullAt }.prefix(limit / 2)
                buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
            }
        }
        buckets[key] = bucket
    }
}
