import Foundation
import Synchronization

/// A PostgreSQL server in a temporary directory, made by `Tests/Setup/postgres.sh`.
public final class PostgreSQLServer: Sendable {
    /// `postgres://…`, the same after each restart.
    public let url: String
    private let directory: String

    /// Starts a server, which ends at the latest with this process.
    public init() throws {
        var template = Array("\(NSTemporaryDirectory())/stocktake-postgres-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SetUpFailure(words: "no temporary directory") }
        directory = String(cString: made)
        url = try Self.run("start", directory, "--until", "\(getpid())")
    }

    deinit { remove() }

    /// Starts it again after `stop` or `kill`.
    public func start() throws { _ = try Self.run("start", directory, "--until", "\(getpid())") }

    /// Ends connections and stops in order.
    public func stop() throws { _ = try Self.run("stop", directory) }

    /// Stops as a crash would.
    public func kill() throws { _ = try Self.run("kill", directory) }

    /// Stops it for good.
    public func remove() {
        do {
            _ = try Self.run("kill", directory)
            try FileManager.default.removeItem(atPath: directory)
        } catch {
            // The script's watch removes it when this process ends.
            return
        }
    }

    private static func run(_ arguments: String...) throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Setup/postgres.sh")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [script.path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw SetUpFailure(words: "postgres.sh \(arguments) failed")
        }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// The tests' surroundings are not there.
public struct SetUpFailure: Error {
    public let words: String

    public init(words: String) { self.words = words }
}
