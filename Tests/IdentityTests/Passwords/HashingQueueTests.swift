import Testing

@testable import Identity

@Suite struct HashingQueueTests {
    @Test func `no more run at a time than allowed, and all are done`() async throws {
        let queue = HashingQueue(width: 1, maximumWaiting: 100)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<12 {
                group.addTask {
                    try await queue.run {
                        tally.enter()
                        defer { tally.leave() }
                        // Real work, long enough to overlap where nothing holds it back.
                        _ = PasswordHash.decoy.matches("a password")
                        return number
                    }
                }
            }
            var done: [Int] = []
            for try await number in group { done.append(number) }
            #expect(done.sorted() == Array(0..<12))
        }
        #expect(tally.most == 1)
    }

    @Test func `whoever comes when too many wait is turned away, and later served`() async throws {
        let queue = HashingQueue(width: 1, maximumWaiting: 0)
        let (started, start) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        let first = Task {
            try await queue.run {
                start.yield()
                gate.wait()
            }
        }
        for await _ in started { break }
        await #expect(throws: HashingQueue.Busy(retryAfterSeconds: 5)) { try await queue.run {} }
        gate.open()
        try await first.value
        try await queue.run {}
    }

    @Test func `a failure frees the place`() async throws {
        let queue = HashingQueue(width: 1, maximumWaiting: 0)
        struct Failure: Error {}
        await #expect(throws: Failure.self) { try await queue.run { throw Failure() } }
        try await queue.run {}
    }

    @Test func `passwords are hashed and checked, and an unknown account never matches`() async throws {
        let queue = HashingQueue()
        let hash = try await queue.hash("a long enough phrase")
        #expect(try await queue.matches(hash, "a long enough phrase"))
        #expect(try await !queue.matches(hash, "another phrase here"))
        #expect(try await !queue.matches(nil, "a long enough phrase"))
    }
}
