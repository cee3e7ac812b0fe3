import HTTPTypes
import Hummingbird
import Identity
import Registry
import Words

/// From the server's request to ours: who asks, in which language.
struct RequestReading {
    let site: Site
    let parameters: [String: String]

    /// The request without a visitor: enough for an error before anybody was recognised.
    func anonymous(_ request: Request, _ context: ServerContext, body: [UInt8]) -> SiteRequest {
        let cookies = Self.cookies(request)
        return make(request, context, body, nil, language(cookies, nil, request), cookies)
    }

    /// - Throws: `Refusal` for credentials that are not good.
    func read(_ request: Request, _ context: ServerContext, body: [UInt8]) async throws -> SiteRequest {
        let cookies = Self.cookies(request)
        let visitor = try await visitor(request, cookies)
        return make(request, context, body, visitor, language(cookies, visitor, request), cookies)
    }

    /// Tokens open the API alone: one that leaked must not make another for itself at the account page. Cookies
    /// perform acts through forms only, whose mark shows them to be ours.
    private func visitor(_ request: Request, _ cookies: [String: String]) async throws -> Visitor? {
        let isAPI = request.uri.path.hasPrefix("/api/")
        if isAPI, let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer",
                let token = Token(parts[1].trimmingPrefix(" ").description, kind: .api),
                let visitor = try await site.accounts.visitor(bearer: token)
            else { throw Refusal("sign-in.bad-token", .notSignedIn) }
            return visitor
        }
        guard !isAPI || request.method == .get || request.method == .head else { return nil }
        guard let text = cookies["session"], let token = Token(text, kind: .session) else { return nil }
        return try await site.accounts.visitor(session: token)
    }

    private func language(_ cookies: [String: String], _ visitor: Visitor?, _ request: Request) -> Words {
        if let chosen = cookies["language"], site.library.has(chosen) {
            return site.library.words(for: chosen)
        }
        if let visitor { return site.library.words(for: visitor.language) }
        return site.library.words(accepting: request.headers[.acceptLanguage] ?? "")
    }

    private func make(
        _ request: Request, _ context: ServerContext, _ body: [UInt8], _ visitor: Visitor?, _ words: Words,
        _ cookies: [String: String]
    ) -> SiteRequest {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        if let authority = request.head.authority { headers["host"] = authority }
        return SiteRequest(
            method: request.method.rawValue, path: request.uri.path, parameters: parameters,
            query: FormEncoding.decode(Substring(request.uri.query ?? "")), headers: headers,
            cookies: cookies,
            body: body, address: context.remoteAddress?.ipAddress ?? "", site: site, visitor: visitor,
            words: words)
    }

    private static func cookies(_ request: Request) -> [String: String] {
        var cookies: [String: String] = [:]
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { continue }
                cookies[parts[0].trimmingPrefix(" ").description] = String(parts[1])
            }
        }
        return cookies
    }
}
