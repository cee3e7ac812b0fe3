import Foundation
import Synchronization

/// The server of all tests of one process: the set-up's, or one started at its first use.
enum SharedServer {
    private static let started = Mutex<PostgreSQLServer?>(nil)

    static func url() throws -> String {
        if let given = ProcessInfo.processInfo.environment["STOCKTAKE_TEST_POSTGRES"], !given.isEmpty {
            return given
        }
        return try started.withLock { started in
            if let started { return started.url }
            let server = try PostgreSQLServer()
            started = server
            atexit { SharedServer.remove() }
            return server.url
        }
    }

    private static func remove() { started.withLock { $0?.remove() } }
}
