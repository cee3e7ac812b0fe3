import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Site

/// A site asked without a network in between.
struct Door: Sendable {
    let site: Site
    private let router: RouterResponder<ServerContext>

    init(_ site: Site) {
        self.site = site
        router = buildRouter(site).buildResponder()
    }

    func ask(_ asked: Asked) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in asked.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let request = Request(
            head: HTTPRequest(
                method: asked.body == nil ? .get : .post, scheme: "http", authority: "test",
                path: asked.path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: asked.body ?? "")))
        let context = ServerContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: Logger(label: "twins") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await SiteResponder(site: site, router: router)
            .respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(CollectingWriter(collected: collected))
        return Answer(
            status: response.status.code,
            headers: response.headers.map { "\($0.name.canonicalName): \($0.value)" },
            text: String(decoding: collected.bytes.withLock { $0 }, as: UTF8.self))
    }
}

/// One request; a body makes it a POST.
struct Asked: Hashable, Sendable, CustomStringConvertible {
    let path: String
    var template = ""
    var headers: [String: String] = [:]
    var body: String?

    var description: String { "\(body == nil ? "GET" : "POST") \(path) \(body ?? "")" }
}

/// All of an answer that its receiver sees.
struct Answer: Hashable, Sendable {
    var status: Int
    var headers: [String]
    var text: String
}

/// The bytes of an answer as they come.
private final class Collected: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct CollectingWriter: ResponseBodyWriter {
    let collected: Collected

    mutating func write(_ buffer: ByteBuffer) async throws {
        collected.bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
