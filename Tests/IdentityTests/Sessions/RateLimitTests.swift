import Testing

@testable import Identity

@Suite struct RateLimitTests {
    static let second: Int64 = 1_000_000

    @Test func `five attempts on an account, then one a minute, from wherever`() {
        var limit = RateLimit()
        for number in 0..<5 { #expect(limit.attempt(email: "a@x", address: "\(number)", at: 0) == nil) }
        #expect(limit.attempt(email: "A@X", address: "9", at: 0) == 60)
        #expect(limit.attempt(email: "a@x", address: "9", at: 59 * Self.second + 1) == 1)
        #expect(limit.attempt(email: "a@x", address: "9", at: 60 * Self.second) == nil)
        #expect(limit.attempt(email: "a@x", address: "9", at: 60 * Self.second) == 60)
        #expect(limit.attempt(email: "b@x", address: "9", at: 0) == nil)
    }

    @Test func `thirty attempts from an address, then one every ten seconds, on whatever account`() {
        var limit = RateLimit()
        for number in 0..<30 { #expect(limit.attempt(email: "\(number)", address: "a", at: 0) == nil) }
        #expect(limit.attempt(email: "x", address: "a", at: 0) == 10)
        #expect(limit.attempt(email: "x", address: "a", at: 10 * Self.second) == nil)
        #expect(limit.attempt(email: "y", address: "b", at: 0) == nil)
    }

    @Test func `waiting as long as told always helps`() {
        var limit = RateLimit()
        var now: Int64 = 0
        for _ in 0..<200 {
            while let wait = limit.attempt(email: "a", address: "a", at: now) {
                now += Int64(wait) * Self.second
                var copy = limit
                #expect(copy.attempt(email: "a", address: "a", at: now) == nil)
            }
        }
        #expect(now == 195 * 60 * Self.second)
    }

    @Test func `success gives the account its attempts back, not the address`() {
        var limit = RateLimit()
        for round in 0..<6 {
            for _ in 0..<5 { #expect(limit.attempt(email: "a", address: "a", at: 0) == nil, "\(round)") }
            limit.succeeded(email: "A")
        }
        #expect(limit.attempt(email: "a", address: "a", at: 0) == 10)
    }

    @Test func `a flood of invented accounts neither fills memory nor frees the one under attack`() {
        var limit = RateLimit(maximumRemembered: 100)
        for _ in 0..<5 { _ = limit.attempt(email: "victim", address: "v", at: 0) }
        for number in 0..<1000 { _ = limit.attempt(email: "e\(number)", address: "f\(number)", at: 1) }
        #expect(limit.remembered <= 200)
        #expect(limit.attempt(email: "victim", address: "w", at: 2) != nil)
    }
}
