import Foundation
import GRDB
import Hummingbird

/// The least that a server in this house could do for one request: a Hummingbird route, one SQLite read of one
/// row, a few bytes of JSON. Pages and API are measured against it in the same run.
///
///     bare-server DATABASE-FILE PORT
@main
struct BareServer {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = Int(arguments[2]) else {
            throw Wrong.usage
        }
        var configuration = Configuration()
        configuration.maximumReaderCount = 8
        let pool = try DatabasePool(path: arguments[1], configuration: configuration)
        try await pool.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS thing (id TEXT PRIMARY KEY, title TEXT NOT NULL);
                    INSERT OR IGNORE INTO thing (id, title) VALUES ('one', 'The one thing');
                    """)
        }
        let router = Router()
        router.get("/thing/{id}") { _, context -> Response in
            let id = try context.parameters.require("id")
            let title = try await pool.read { database in
                try String.fetchOne(
                    database.cachedStatement(sql: "SELECT title FROM thing WHERE id = ?"), arguments: [id])
            }
            guard let title else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"id":"\#(id)","title":"\#(title)"}"#)))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        try await application.runService()
    }

    enum Wrong: Error { case usage }
}
