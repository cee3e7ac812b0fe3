/// Takes the time of what runs.
enum Stopwatch {
    /// Seconds that one run took.
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let began = clock.now
        try body()
        return seconds(clock.now - began)
    }

    /// Seconds that one run took.
    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let began = clock.now
        try await body()
        return seconds(clock.now - began)
    }

    /// The fastest of several runs, in seconds: the one least disturbed by others on the machine.
    static func best(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<runs { best = min(best, try seconds(body)) }
        return best
    }

    /// Seconds since a moment.
    static func since(_ moment: ContinuousClock.Instant) -> Double { seconds(ContinuousClock.now - moment) }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
