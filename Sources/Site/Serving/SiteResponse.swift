import HTML
import Record

/// An answer as handlers make it.
struct SiteResponse: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8]
    /// In place of the body, where it is too large to stand in memory.
    var stream: FileStream?

    init(status: Int = 200, type: String, body: [UInt8], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [(name: "content-type", value: type)] + headers
        self.body = body
    }

    static func json(_ json: JSONValue, status: Int = 200) -> SiteResponse {
        SiteResponse(
            status: status, type: "application/json; charset=utf-8", body: json.canonicalBytes,
            headers: [("cache-control", "no-store")])
    }

    static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> SiteResponse {
        SiteResponse(type: type, body: Array(text.utf8))
    }

    static func html(_ bytes: [UInt8], status: Int = 200) -> SiteResponse {
        SiteResponse(
            status: status, type: "text/html; charset=utf-8", body: bytes,
            headers: [("cache-control", "no-store")])
    }

    /// After a form: on to a page of ours (303).
    static func redirect(to route: Route) -> SiteResponse { redirect(path: route.path) }

    /// - Parameter path: begins with one slash; anything else leads home, never to another site.
    static func redirect(path: String) -> SiteResponse {
        let isOurs =
            path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\")
            && path.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        return SiteResponse(
            status: 303, type: "text/plain; charset=utf-8", body: [],
            headers: [("location", isOurs ? path : "/"), ("cache-control", "no-store")])
    }

    func adding(_ more: [(name: String, value: String)]) -> SiteResponse {
        var copy = self
        copy.headers += more
        return copy
    }

    func settingCookie(_ name: String, _ value: String, days: Int? = nil) -> SiteResponse {
        var copy = self
        let age = days.map { "; Max-Age=\($0 * 86_400)" } ?? ""
        copy.headers.append(
            (name: "set-cookie", value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(age)"))
        return copy
    }

    func clearingCookie(_ name: String) -> SiteResponse {
        var copy = self
        copy.headers.append(
            (name: "set-cookie", value: "\(name)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"))
        return copy
    }
}
