import Disclosure
import Mandate
import Record
import Registry
import Words

/// A request as handlers see it, whatever server carried it: who asks, for what, in which language.
struct SiteRequest: Sendable {
    let method: String
    /// Without the query.
    let path: String
    /// From the route's template: `{id}`.
    let parameters: [String: String]
    /// Decoded; of a name that comes twice, the last.
    let query: [String: String]
    let headers: [String: String]
    let cookies: [String: String]
    let body: [UInt8]
    /// What is sent, piece by piece, where the endpoint takes it in as it comes.
    var pieces: UploadPieces?
    /// Where the request came from, for rate limits alone.
    let address: String
    let site: Site
    /// Nil for the public.
    let visitor: Visitor?
    let words: Words

    var viewer: Viewer { visitor?.viewer ?? .public }

    /// Whether it came by https, as the proxy in front says; one that lies makes cookies stricter, never laxer.
    var isSecure: Bool { headers["x-forwarded-proto"]?.lowercased() == "https" }

    /// Languages for names and texts, best first.
    var languages: [String] {
        switch words.language.tag {
        case "zh-Hans": ["zh-Hans", "zh-Hant", "en"]
        case "zh-Hant": ["zh-Hant", "zh-Hans", "en"]
        case let tag: [tag, "en"]
        }
    }

    /// A part of the address that the template promises.
    func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else { throw Refusal("object.not-found", .notFound) }
        return value
    }

    /// `?as-of=DATE`.
    func asOf() throws -> CalendarDate? {
        // A form's empty box is no day; a program means what it sends.
        guard let text = query["as-of"], !text.isEmpty || path.hasPrefix("/api/") else { return nil }
        guard let date = CalendarDate(text) else { throw Refusal("query.as-of", .incomplete) }
        return date
    }

    /// Reads in one snapshot as whoever asks.
    func read<Result: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Result) async throws -> Result
    {
        try await site.registry.read(for: viewer, asOf: try asOf(), body)
    }

    /// When whoever asks last looked at this page; nil for a page of the past, and for the public.
    func lastLook() async throws -> Instant? {
        guard let visitor, try asOf() == nil else { return nil }
        return try await site.accounts.look(of: visitor.person, at: path)
    }

    /// The fields of a sent form; of a name that comes twice, the last.
    func form() throws -> [String: String] {
        guard headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            return [:]
        }
        return FormEncoding.decode(body)
    }

    /// Whoever must be signed in.
    func signedIn() throws -> Visitor {
        guard let visitor else { throw Refusal("sign-in.needed", .notSignedIn) }
        return visitor
    }
}
