import ArgumentParser
import Registry

/// `stocktake serve`: pages and API, until it is told to end.
struct Serve: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Serve pages and API.")

    @Option(help: "Address to listen on; demonstration data stay on loopback.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(help: "Directory with assets and words.")
    var resources: String?

    @Option(
        help:
            "Python that has WeasyPrint, for prints as PDF; the one of .venv beside the resources if not said."
    )
    var python: String?

    @Option(
        help:
            "UNIX socket of ClamAV's daemon, which then looks at every file before it is kept, e.g. /run/clamav/clamd.ctl."
    )
    var scanner: String?

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port is a number from 0 to 65535.")
        }
    }

    func carryOut() async throws {
        try await OpenRegistry.with(options, scanner: scanner.map { ClamScanner(socket: $0) }) { open in
            guard !open.isDemonstration || Self.isLoopback(host) else {
                throw Failure(
                    .no, "serve.demonstration",
                    "Demonstration data are served on loopback only: leave out --host, or give 127.0.0.1.")
            }
            try await serveSite(
                open, host: host, port: port, resources: Places.resources(resources), python: python)
        }
    }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
        return parts.count == 4 && host.split(separator: ".").count == 4 && parts[0] == 127
    }
}
