import Foundation

/// Lets a few password hashes run at a time, off Swift's own threads, so that memory stays within bounds and
/// requests that hash nothing never wait.
///
/// Whoever comes when too many wait already is turned away at once: waiting longer than a browser does would help
/// nobody.
public actor HashingQueue {
    private let width: Int
    private let maximumWaiting: Int
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - width: hashes at a time, each of 19 MiB.
    ///   - maximumWaiting: requests that may wait for their turn.
    public init(width: Int = 2, maximumWaiting: Int = 64) {
        precondition(width > 0, "something must be able to run")
        self.width = width
        self.maximumWaiting = maximumWaiting
    }

    /// Too many wait already; come back after that many seconds.
    public struct Busy: Error, Hashable, Sendable {
        public let retryAfterSeconds: Int
    }

    /// Hashes a new password.
    ///
    /// - Throws: `Busy`, `PasswordHash.OutOfMemory`.
    public func hash(_ password: String) async throws -> PasswordHash {
        try await run { try PasswordHash(of: password) }
    }

    /// Whether the password is the one stored; nil for an unknown account, which takes as long.
    ///
    /// - Throws: `Busy`.
    public func matches(_ stored: PasswordHash?, _ password: String) async throws -> Bool {
        try await run { (stored ?? PasswordHash.decoy).matches(password) } && stored != nil
    }

    /// Runs work on a thread of its own when its turn comes.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            // A thread costs a thousandth of a hash. Dispatch's queues would share theirs with Swift's tasks.
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    private func enter() async throws(Busy) {
        if running < width {
            running += 1
            return
        }
        guard waiting.count < maximumWaiting else { throw Busy(retryAfterSeconds: 5) }
        // Whoever leaves hands over their place, so `running` stays as it is.
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
