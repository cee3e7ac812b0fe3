/// Lets a few print at a time and a few wait; turns away whoever comes then.
actor PrintQueue {
    private let places: Int
    private let mostWaiting: Int
    private var printing = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int, waiting: Int) {
        self.places = places
        mostWaiting = waiting
    }

    /// - Throws: `PrintError.busy` where nobody may wait any more.
    func run<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        try await enter()
        do {
            let value = try await body()
            leave()
            return value
        } catch {
            leave()
            throw error
        }
    }

    private func enter() async throws {
        if printing < places {
            printing += 1
            return
        }
        guard waiting.count < mostWaiting else { throw PrintError.busy }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// The place goes to whoever waited longest.
    private func leave() {
        if waiting.isEmpty { printing -= 1 } else { waiting.removeFirst().resume() }
    }
}
