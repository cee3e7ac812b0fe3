import Foundation
import Logging
import Record
import Registry
import ServiceLifecycle
import Site
import Storage
import UnixSignals

/// Runs the site until the process is told to end.
///
/// - Parameters:
///   - resources: directory with assets and words.
///   - python: the Python that prints; nil for the usual one.
func serveSite(
    _ open: OpenRegistry, host: String, port: Int, resources: String, python: String?
) async throws {
    guard FileManager.default.fileExists(atPath: "\(resources)/words") else {
        throw Failure(
            .noSuchFile, "resources.missing",
            "There are no words in \(resources): name the directory that came with the program by --resources."
        )
    }
    // A record that was cut short is not gone on with: that would fork it.
    try await open.keepCheckpoint()
    // The same on every node of one database, so that any of them takes the others' forms.
    let secret = try await open.registry.keepSetting(
        "site-secret",
        SystemRandom.bytes(32).map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined())
    var logger = Logger(label: "stocktake") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    let site = try Site(
        registry: open.registry, accounts: open.accounts,
        configuration: SiteConfiguration(
            resources: resources, secret: SHA256.hash(Array(secret.utf8)).bytes,
            isDemonstration: open.isDemonstration,
            printer: await findPrinter(python: python, resources: resources, logger)))
    if open.registry.database.engine == .postgresql, try await !RowSecurity.isHeld(by: open.registry.database)
    {
        logger.warning(
            "The database's role is a superuser: row-level security, the second lock, does not hold it.")
    }
    let application = buildApplication(site: site, host: host, port: port, logger: logger) { port in
        let name = host.contains(":") ? "[\(host)]" : host
        Output.line("Listening on http://\(name):\(port)")
    }
    let keeper = CheckpointKeeper(open: open)
    let clock = DueActsKeeper(registry: open.registry, logger: logger)
    let group = ServiceGroup(
        configuration: .init(
            services: [application, keeper, clock], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger))
    do {
        try await group.run()
    } catch  where "\(error)".contains("already in use") {
        throw Failure(.unavailable, "serve.port", "Port \(port) is taken on \(host): give another --port.")
    }
}
