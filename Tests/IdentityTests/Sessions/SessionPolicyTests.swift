import Identity
import Testing

@Suite struct SessionPolicyTests {
    static let minute: Int64 = 60_000_000
    let policy = SessionPolicy()

    private func session(seen minutes: Int64 = 0, rotated: Int64 = 0) -> SessionPolicy.Times {
        .init(startedAt: 0, lastSeenAt: minutes * Self.minute, rotatedAt: rotated * Self.minute)
    }

    @Test func `a session ends after half an hour without a request`() {
        #expect(policy.stage(of: session(seen: 100), at: 130 * Self.minute - 1) == .live)
        #expect(policy.stage(of: session(seen: 100), at: 130 * Self.minute) == .idle)
        #expect(policy.end(of: session(seen: 100)) == 130 * Self.minute)
    }

    @Test func `a session ends after twelve hours, however busy`() {
        #expect(policy.stage(of: session(seen: 719), at: 720 * Self.minute - 1) == .live)
        #expect(policy.stage(of: session(seen: 719), at: 720 * Self.minute) == .expired)
        #expect(policy.end(of: session(seen: 719)) == 720 * Self.minute)
    }

    @Test func `a clock that runs backwards neither ends nor lengthens a session`() {
        #expect(policy.stage(of: session(seen: 100), at: 0) == .live)
        #expect(policy.stage(of: session(seen: 720), at: 0) == .expired)
        #expect(!policy.needsRotation(session(rotated: 100), at: 0))
    }

    @Test func `a token is replaced every quarter of an hour, and the former is good a minute longer`() {
        #expect(!policy.needsRotation(session(rotated: 10), at: 25 * Self.minute - 1))
        #expect(policy.needsRotation(session(rotated: 10), at: 25 * Self.minute))
        #expect(policy.takesFormerToken(session(rotated: 25), at: 26 * Self.minute - 1))
        #expect(!policy.takesFormerToken(session(rotated: 25), at: 26 * Self.minute))
    }
}
