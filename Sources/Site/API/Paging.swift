import Disclosure
import Identity
import Record
import Registry

/// Cuts a list into pages. The cursor names the last item of the page before; it is sealed, and bound to the
/// viewer and the list.
enum Paging {
    static let usual = 50
    static let most = 200

    /// `{"items", "next", "total"}`.
    static func page(_ items: [JSONValue], of list: String, _ request: SiteRequest) throws -> JSONValue {
        let limit = try limit(request)
        let rest: ArraySlice<JSONValue>
        if let last = try last(of: list, request) {
            // Where the item is gone, what follows it cannot be known: the reader starts again.
            guard let position = items.firstIndex(where: { $0["id"]?.string == last }) else {
                throw Refusal("query.cursor", .incomplete)
            }
            rest = items[(position + 1)...]
        } else {
            rest = items[...]
        }
        let page = rest.prefix(limit)
        let isLast = page.count == rest.count
        return answer(
            Array(page), next: isLast ? nil : page.last?["id"]?.string, of: list, total: items.count,
            request)
    }

    static func answer(
        _ items: [JSONValue], next: String?, of list: String, total: Int, _ request: SiteRequest
    ) -> JSONValue {
        let cursor = next.map { seal($0, list, request) }
        return .object([
            "items": .array(items), "next": cursor.map { .string($0) } ?? .null,
            "total": .integer(Int64(total)),
        ])
    }

    static func limit(_ request: SiteRequest) throws -> Int {
        guard let text = request.query["limit"] else { return usual }
        guard let limit = Int(text), (1...most).contains(limit) else {
            throw Refusal("query.limit", .incomplete, ["most": String(most)])
        }
        return limit
    }

    /// What the cursor names; nil for the first page.
    static func last(of list: String, _ request: SiteRequest) throws -> String? {
        try request.query["cursor"].map { try open($0, list, request) }
    }

    /// A cursor can be read by whoever has it: it names an object, never a position in the log.
    static func seal(_ text: String, _ list: String, _ request: SiteRequest) -> String {
        request.site.cursors.seal(Array(text.utf8), viewer: holder(list, request))
    }

    static func open(_ cursor: String, _ list: String, _ request: SiteRequest) throws -> String {
        guard let bytes = request.site.cursors.open(cursor, viewer: holder(list, request)) else {
            throw Refusal("query.cursor", .incomplete)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func holder(_ list: String, _ request: SiteRequest) -> String {
        let viewer = request.viewer
        return "\(list)/\(viewer.person ?? "")/\(viewer.capacity?.rawValue ?? "")/\(viewer.about ?? "")"
    }
}
