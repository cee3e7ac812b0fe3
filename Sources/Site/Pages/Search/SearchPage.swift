import HTML
import Mandate
import Registry
import Words

/// GET /search?q=: hits among what the viewer may see, by kind.
struct SearchPage: Page {
    let query: String
    let hits: [SearchHit]
    let languages: [String]

    static func show(_ request: SiteRequest) async throws -> SiteResponse {
        let query = String((request.query["q"] ?? "").prefix(200))
        let hits = query.isEmpty ? [] : try await request.read { try $0.search(query, limit: 100) }
        return request.page(
            Self(query: query, hits: Self.oneForEach(hits, request.languages), languages: request.languages))
    }

    /// An object that was found in several languages shows once, in the reader's.
    private static func oneForEach(_ hits: [SearchHit], _ languages: [String]) -> [SearchHit] {
        var best: [String: SearchHit] = [:]
        var order: [String] = []
        func rank(_ hit: SearchHit) -> Int { languages.firstIndex(of: hit.language) ?? languages.count }
        for hit in hits {
            let key = "\(hit.type)/\(hit.id)"
            if let known = best[key] {
                if rank(hit) < rank(known) { best[key] = hit }
            } else {
                best[key] = hit
                order.append(key)
            }
        }
        return order.compactMap { best[$0] }
    }

    var part: SitePart { .other }
    func title(_ words: Words) -> String { words("search.title") }

    func main(_ html: inout HTML, _ words: Words) {
        html.form(.class("search-form"), .role("search"), .method("get"), .action("/search")) { html in
            html.label(.for("q"), text: words("search.label"))
            html.input(.type("search"), .class("input"), .id("q"), .name("q"), .value(query), .maxlength(200))
            html.button(.type("submit"), .class("button"), text: words("search.button"))
        }
        if query.isEmpty { return html.p(.class("empty"), text: words("search.hint")) }
        html.p(
            .class("count"), .role("status"),
            text: words("search.count", ["count": hits.count, "query": query]))
        for type in ["state", "theme", "entity", "duty", "requirement", "paragraph"] {
            let own = hits.filter { $0.type == type }
            guard !own.isEmpty else { continue }
            html.section { html in
                html.h2(text: words("search.type.\(type)"))
                html.ul(.class("hits")) { html in
                    for hit in own { html.li(.data("row")) { line(hit, &$0, words) } }
                }
            }
        }
    }

    private func line(_ hit: SearchHit, _ html: inout HTML, _ words: Words) {
        let route = Route.object(type: hit.type, id: hit.id)
        if hit.type == "paragraph", let address = ParagraphAddress(urlID: hit.id) {
            html.a(.href(route), text: words.paragraph(address.description))
            html.p(.lang(hit.language)) { Excerpt(text: hit.text, query: query).write(&$0) }
        } else {
            html.a(.href(route), .lang(hit.language)) { Excerpt(text: hit.text, query: query).write(&$0) }
        }
    }
}

/// Some words around the first match, which is marked.
struct Excerpt {
    let text: String
    let query: String
    private static let length = 240

    func write(_ html: inout HTML) {
        let wanted = query.split(whereSeparator: \.isWhitespace).map(String.init)
        let found = wanted.compactMap { text.range(ofFolded: $0) }.min { $0.lowerBound < $1.lowerBound }
        guard let found else { return html.text(text.shortened(to: Self.length)) }
        let before = text[..<found.lowerBound]
        let start = before.count > 80 ? text.index(found.lowerBound, offsetBy: -60) : text.startIndex
        if start > text.startIndex { html.text("… ") }
        html.text(String(text[start..<found.lowerBound]))
        html.mark(text: String(text[found]))
        html.text(String(text[found.upperBound...]).shortened(to: Self.length))
    }
}
