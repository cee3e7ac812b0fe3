import Disclosure
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Pack
import Record
import Storage
import Synchronization
import TestSupport

@testable import Registry
@testable import Site

/// The demonstration world on a database of its own, asked without a network in between.
struct SiteWorld: Sendable {
    let site: Site
    let database: any Database
    let signIns: [SignIn]
    let clock: SettableClock
    private let router: RouterResponder<ServerContext>

    /// Runs a test in a small world: three States, one year.
    static func with<Value>(_ body: (SiteWorld) async throws -> Value) async throws -> Value {
        try await TestDatabase.with(.sqlite) { database in
            try await body(SiteWorld(filling: database))
        }
    }

    /// The same before any case was opened, for tests that open their own.
    ///
    /// - Parameter printer: prints documents; the usual one hands on what would be printed.
    static func withoutCases<Value>(
        _ engine: Engine = .sqlite, printer: Printer? = SiteWorld.printer,
        _ body: (SiteWorld) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with(engine) { database in
            try await body(SiteWorld(filling: database, printer: printer) { $0["cases"] = [] })
        }
    }

    static let printer = Printer(mediaType: "text/html") { $0.printHTML }

    private init(
        filling database: any Database, printer: Printer? = SiteWorld.printer,
        changing change: (inout [String: JSONValue]) -> Void = { _ in }
    ) async throws {
        var arguments = DemonstrationArguments()
        (arguments.states, arguments.years) = (3, 1)
        let packs = "\(Self.root)/Packs"
        let pack = try DemonstrationPack(
            mandate: "\(packs)/counter-terrorism", overlay: "\(packs)/demonstration", states: arguments.states
        )
        let story = URL(fileURLWithPath: "\(packs)/demonstration-world")
        let told = try Data(contentsOf: story.appendingPathComponent("cases.json"))
        var cases = try JSONValue(parsing: [UInt8](told)).object ?? [:]
        change(&cases)
        let world = try DemonstrationWorld(
            arguments: arguments, pack: pack,
            script: [UInt8](try Data(contentsOf: story.appendingPathComponent("world.json"))),
            cases: JSONValue.object(cases).canonicalBytes)
        let clock = SettableClock(world.surroundings)
        let registry = Registry(
            database: database, files: DirectoryFileStore(directory: NSTemporaryDirectory()),
            surroundings: clock.surroundings, signingKey: try arguments.signingKey())
        try await registry.migrate()
        let accounts = Accounts(registry)
        signIns = try await world.build(in: registry, accounts)
        site = try Site(
            registry: registry, accounts: accounts,
            configuration: SiteConfiguration(
                resources: "\(Self.root)/Resources", secret: [UInt8](repeating: 7, count: 32),
                isDemonstration: true,
                printer: printer))
        router = buildRouter(site).buildResponder()
        self.database = database
        self.clock = clock
    }

    private static var root: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }

    /// The row of a capacity.
    func signIn(_ capacity: Capacity) -> SignIn {
        guard let row = signIns.first(where: { $0.capacity == capacity.rawValue }) else {
            preconditionFailure("nobody holds \(capacity)")
        }
        return row
    }

    /// What is answered to one request.
    ///
    /// - Parameter bytes: the body, where it is no text.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [(HTTPField.Name, String)] = [],
        body: String = "", bytes: [UInt8]? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { fields.append(HTTPField(name: name, value: value)) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "test", path: path, headerFields: fields),
            body: RequestBody(buffer: bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: body)))
        let context = ServerContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await SiteResponder(site: site, router: router)
            .respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(CollectingWriter(collected: collected))
        let bytes = collected.bytes.withLock { $0 }
        return Answer(
            status: response.status.code, headers: response.headers,
            text: String(decoding: bytes, as: UTF8.self), bytes: bytes)
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String
        let bytes: [UInt8]

        /// Cookies that are set and not cleared, by name.
        var cookies: [String: String] {
            var cookies: [String: String] = [:]
            for header in headers[values: .setCookie] {
                let parts = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { cookies[String(parts[0])] = String(parts[1]) }
            }
            return cookies
        }

        /// The value of a hidden field.
        func hidden(_ name: String) -> String {
            guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
            return String(text[start.upperBound...].prefix { $0 != "\"" })
        }
    }
}

/// The bytes of an answer as they come.
final class Collected: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

struct CollectingWriter: ResponseBodyWriter {
    let collected: Collected

    mutating func write(_ buffer: ByteBuffer) async throws {
        collected.bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The world's own time, and as much more as a test says.
final class SettableClock: Sendable {
    private let shift = Mutex<Int64>(0)
    private let inner: Surroundings

    init(_ inner: Surroundings) { self.inner = inner }

    func advance(minutes: Int64) { shift.withLock { $0 += minutes * 60_000_000 } }

    var surroundings: Surroundings {
        Surroundings(
            now: { Instant(microseconds: self.inner.now().microseconds + self.shift.withLock { $0 }) },
            random: inner.random)
    }
}
