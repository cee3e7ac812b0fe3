import Logging
import Registry
import ServiceLifecycle

/// Performs what is due by time alone while the site runs; every node may, the record takes each once.
struct DueActsKeeper: Service {
    let registry: Registry
    let logger: Logger
    /// How late an act may be that a day's end makes due.
    var interval = Duration.seconds(60)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await registry.performDue()
                    try await registry.removeFilesToGo()
                } catch is CancellationError {
                    return
                } catch {
                    // The site goes on; what is due stays due.
                    logger.error("What is due was not performed: \(error)")
                }
                do { try await Task.sleep(for: interval) } catch is CancellationError { return }
            }
        }
    }
}
