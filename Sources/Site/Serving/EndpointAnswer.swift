import HTTPTypes
import Hummingbird
import Identity
import Logging
import NIOCore
import Registry

/// One request at one endpoint, from the server's request to the server's response.
struct EndpointAnswer {
    let endpoint: Endpoint
    let site: Site
    /// Bytes; a text of two million characters fits, percent signs included.
    private static let largestBody = 8 << 20

    func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        let parameters = Dictionary(
            context.parameters.map { (String($0.key), String($0.value).removingPercent()) }
        ) { first, _ in first }
        let reading = RequestReading(site: site, parameters: parameters)
        let body: [UInt8]
        do {
            body = endpoint.method == .get || endpoint.takesPieces ? [] : try await collect(request)
        } catch {
            return failed(
                reading.anonymous(request, context, body: []), Refusal("request.too-large", .tooLarge),
                context)
        }
        var ours: SiteRequest
        do {
            ours = try await reading.read(request, context, body: body)
            if endpoint.takesPieces { ours.pieces = UploadPieces(body: request.body) }
        } catch {
            return failed(reading.anonymous(request, context, body: body), error, context)
        }
        do {
            var response = try await endpoint.answer(ours)
            response = response.carrying(ours.visitor?.rotated)
            // A page that only sends on leaves it to the page that it leads to.
            if ours.cookies["done"] != nil, response.status < 300, case .page = endpoint.kind {
                response = response.clearingCookie("done")
            }
            return response.hummingbird(isSecure: ours.isSecure)
        } catch let refusal as Refusal where refusal.kind == .notSignedIn && !isAPI {
            return try await interrupted(ours, context)
        } catch {
            return failed(ours, error, context)
        }
    }

    private var isAPI: Bool { if case .api = endpoint.kind { true } else { false } }

    private func collect(_ request: Request) async throws -> [UInt8] {
        var copy = request
        let buffer = try await copy.collectBody(upTo: endpoint.largestBody ?? Self.largestBody)
        return Array(buffer.readableBytesView)
    }

    private func failed(_ request: SiteRequest, _ error: any Error, _ context: ServerContext) -> Response {
        ErrorAnswer(request: request, template: endpoint.template).answer(error, context.logger)
            .carrying(request.visitor?.rotated).hummingbird(isSecure: request.isSecure)
    }

    /// The session was over: what was typed is kept for whoever typed it, and the way leads back to it.
    private func interrupted(_ request: SiteRequest, _ context: ServerContext) async throws -> Response {
        let next: String
        var isInterrupted = false
        if endpoint.method == .get {
            next = request.address(of: request.path)
        } else {
            let form = try request.form()
            next = try await Interruption(request: request, form: form).keep()
            // Of a form with files nothing is kept, and nothing is promised.
            isInterrupted = request.cookies["session"] != nil && !form.isEmpty
        }
        if endpoint.template.hasPrefix("/drafts/") {
            return ErrorAnswer(request: request, template: endpoint.template)
                .answer(Refusal("sign-in.needed", .notSignedIn), context.logger)
                .hummingbird(isSecure: request.isSecure)
        }
        return SignInPage.answer(request, next: next, email: "", nil, isInterrupted: isInterrupted)
            .hummingbird(isSecure: request.isSecure)
    }
}

extension SiteResponse {
    /// - Parameter isSecure: whether the request came by https; then cookies go back by nothing else.
    func hummingbird(isSecure: Bool) -> Response {
        var fields = HTTPFields()
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            let isCookie = isSecure && name == .setCookie
            fields.append(HTTPField(name: name, value: isCookie ? "\(header.value); Secure" : header.value))
        }
        return Response(
            status: .init(code: status), headers: fields,
            body: stream?.body ?? (body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: body))))
    }

    /// With the session's new token, where one was due: on every answer, since the old one is soon refused. An
    /// answer that sets the session itself knows better.
    func carrying(_ rotated: Token?) -> SiteResponse {
        guard let rotated,
            !headers.contains(where: { $0.name == "set-cookie" && $0.value.hasPrefix("session=") })
        else { return self }
        return settingCookie("session", rotated.text)
    }
}

extension String {
    /// With percent signs read as bytes.
    fileprivate func removingPercent() -> String {
        contains("%") ? FormEncoding.text(of: self) : self
    }
}
