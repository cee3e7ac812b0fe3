import Dispatch

/// One connection with the thread on which its calls may block.
///
/// `@unchecked Sendable`: `session` is touched on `queue` alone.
final class PostgreSQLWorker: @unchecked Sendable {
    private let queue: DispatchQueue
    private let url: String
    private let settings: DatabaseSettings
    private var session: PostgreSQLSession?

    init(_ number: Int, url: String, _ settings: DatabaseSettings) {
        queue = DispatchQueue(label: "postgresql-\(number)")
        self.url = url
        self.settings = settings
    }

    /// Runs on a connection that is alive as far as one can tell without asking the server.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.runNow(body) })
            }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.session = nil
                continuation.resume()
            }
        }
    }

    private func runNow<Value>(_ body: (PostgreSQLSession) throws -> Value) throws -> Value {
        if let session, !session.isReady() { self.session = nil }
        let session = try self.session ?? PostgreSQLSession(url: url, settings)
        self.session = session
        defer { if session.isUnusable { self.session = nil } }
        return try body(session)
    }
}
