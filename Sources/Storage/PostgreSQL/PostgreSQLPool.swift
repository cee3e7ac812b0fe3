import Dispatch
import Synchronization

/// Lends out connections; who finds none free waits in a bounded queue.
final class PostgreSQLPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<PostgreSQLWorker, any Error>
    }

    private struct Standing {
        var idle: [PostgreSQLWorker]
        var waiters: [Waiter] = []
        var nextNumber = 0
        var isClosed = false
    }

    private let settings: DatabaseSettings
    private let workers: [PostgreSQLWorker]
    private let standing: Mutex<Standing>

    init(url: String, _ settings: DatabaseSettings) {
        self.settings = settings
        let workers = (0..<max(1, settings.connections)).map { PostgreSQLWorker($0, url: url, settings) }
        self.workers = workers
        // The last is taken first, so that few connections are opened while little happens.
        standing = Mutex(Standing(idle: workers.reversed()))
    }

    /// Runs a transaction on a free connection.
    ///
    /// - Throws: `StorageError.busy` where too many wait already, or after waiting too long.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        let worker = try await acquire()
        defer { release(worker) }
        return try await worker.run(body)
    }

    func close() async {
        let waiting = standing.withLock { standing in
            standing.isClosed = true
            defer { standing.waiters = [] }
            return standing.waiters
        }
        for waiter in waiting { waiter.continuation.resume(throwing: StorageError.closed) }
        for worker in workers { await worker.close() }
    }

    private enum Turn {
        case now(PostgreSQLWorker)
        case later(Int)
        case never(StorageError)
    }

    private func acquire() async throws -> PostgreSQLWorker {
        try await withCheckedThrowingContinuation { continuation in
            let turn: Turn = standing.withLock { standing in
                if standing.isClosed { return .never(.closed) }
                if let worker = standing.idle.popLast() { return .now(worker) }
                guard standing.waiters.count < settings.waiting else { return .never(.busy) }
                standing.nextNumber += 1
                standing.waiters.append(Waiter(number: standing.nextNumber, continuation: continuation))
                return .later(standing.nextNumber)
            }
            switch turn {
            case .now(let worker): continuation.resume(returning: worker)
            case .never(let error): continuation.resume(throwing: error)
            case .later(let number):
                let deadline = DispatchTime.now() + .seconds(settings.patienceSeconds)
                DispatchQueue.global().asyncAfter(deadline: deadline) { [weak self] in self?.giveUp(number) }
            }
        }
    }

    private func giveUp(_ number: Int) {
        let waiter = standing.withLock { standing in
            standing.waiters.firstIndex { $0.number == number }.map { standing.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: StorageError.busy)
    }

    private func release(_ worker: PostgreSQLWorker) {
        let next = standing.withLock { standing -> Waiter? in
            guard standing.waiters.isEmpty else { return standing.waiters.removeFirst() }
            standing.idle.append(worker)
            return nil
        }
        next?.continuation.resume(returning: worker)
    }
}
