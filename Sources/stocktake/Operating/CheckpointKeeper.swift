import ServiceLifecycle

/// Keeps a recent checkpoint outside the data while the site runs, and the last one when it ends.
struct CheckpointKeeper: Service {
    let open: OpenRegistry
    /// What may be lost unnoticed when the host is lost at once.
    static let interval = Duration.seconds(300)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await open.keepCheckpoint()
                do { try await Task.sleep(for: Self.interval) } catch is CancellationError { return }
            }
        }
        try await open.keepCheckpoint()
    }
}
