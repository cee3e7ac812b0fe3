import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Registry
import ServiceLifecycle

/// Builds the application: `serve` and the tests both call it.
///
/// - Parameters:
///   - site: what every handler needs.
///   - host: name or address to listen on.
///   - port: 0 chooses a free one.
///   - ready: called once with the port when requests are taken.
public func buildApplication(
    site: Site, host: String, port: Int, logger: Logger,
    ready: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some Service {
    Application(
        responder: SiteResponder(site: site, router: buildRouter(site).buildResponder()),
        // A request that is sent a byte a minute must not hold a connection for ever.
        server: .http1(configuration: .init(idleTimeout: .seconds(60))),
        configuration: .init(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) }, logger: logger)
}

/// Every endpoint under its address.
func buildRouter(_ site: Site) -> Router<ServerContext> {
    let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
    for endpoint in Endpoints.all {
        let method: HTTPRequest.Method = endpoint.method == .get ? .get : .post
        router.on(RouterPath(endpoint.template), method: method) { request, context in
            try await EndpointAnswer(endpoint: endpoint, site: site).answer(request, context)
        }
    }
    return router
}

/// What the server knows of a request beside the request.
struct ServerContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// Answers what no endpoint does, and puts the same headers on every answer.
struct SiteResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context == ServerContext {
    let site: Site
    let router: Inner

    func respond(to request: Request, context: ServerContext) async throws -> Response {
        var response: Response
        do {
            response = try await router.respond(to: request, context: context)
            let isOurs = response.headers[.contentType] != nil
            if !isOurs, response.status == .notFound || response.status == .methodNotAllowed {
                response = await fallback(request, context)
            }
        } catch is HTTPError {
            response = await fallback(request, context)
        }
        for header in SecurityHeaders.all where response.headers[header.name] == nil {
            response.headers[header.name] = header.value
        }
        return response
    }

    /// No such address (404), or not by this method (405).
    private func fallback(_ request: Request, _ context: ServerContext) async -> Response {
        let reading = RequestReading(site: site, parameters: [:])
        let ours: SiteRequest
        do {
            ours = try await reading.read(request, context, body: [])
        } catch {
            // Whoever asks with credentials that are not good learns the same.
            ours = reading.anonymous(request, context, body: [])
        }
        let error = ErrorAnswer(request: ours)
        let methods = Endpoints.methods(at: request.uri.path)
        let answer =
            methods.isEmpty
            ? error.answer(Refusal("object.not-found", .notFound), context.logger)
            : error.answer(Problem(allowing: methods, ours.words))
        return answer.carrying(ours.visitor?.rotated).hummingbird(isSecure: ours.isSecure)
    }
}
