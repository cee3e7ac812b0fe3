import Record
import Storage

/// One page of a list.
public struct Listing: Sendable {
    public let items: [JSONValue]
    /// Identifier of the page's last object; nil where none follows.
    public let next: String?
    /// How many objects all pages hold together.
    public let total: Int

    init(items: [JSONValue], next: String?, total: Int) {
        self.items = items
        self.next = next
        self.total = total
    }

    /// Cuts a page out of a list that is at hand whole.
    ///
    /// - Throws: `Refusal` where what the page should follow is not in the list.
    init(of all: [JSONValue], _ query: ListQuery) throws {
        var rest = all[...]
        if let after = query.after {
            // Where the object is gone, what follows it cannot be known: the reader starts again.
            guard let position = all.firstIndex(where: { $0["id"]?.string == after }) else {
                throw Refusal("query.cursor", .incomplete)
            }
            rest = all[(position + 1)...]
        }
        let page = Array(rest.prefix(query.limit ?? rest.count))
        self.init(
            items: page, next: page.count == rest.count ? nil : page.last?["id"]?.string, total: all.count)
    }
}

extension Reader {
    /// The page of a list, cut where its rows are: only the page's objects are read and computed.
    ///
    /// - Parameters:
    ///   - rows: a query's `FROM` and `WHERE` over visible relations.
    ///   - key: the column that identifies an object.
    ///   - order: the whole list's; no two objects share a place.
    ///   - objects: those of some identifiers, in any order.
    /// - Throws: `Refusal` where what the page should follow is not in the list.
    func listing(
        _ query: ListQuery, rows: String, key: String, order: String,
        _ parameters: [String: any SQLConvertible] = [:], objects: ([String]) throws -> [JSONValue]
    ) throws -> Listing {
        let limit = query.limit ?? Int(Int32.max) - 1
        // The page begins with the object that it follows: so it shows whether that is still there.
        let found = try select(
            """
            WITH listed AS (SELECT \(key) AS id, row_number() OVER (ORDER BY \(order)) AS place,
                                   count(*) OVER () AS total FROM \(rows))
            SELECT id, place, total FROM listed
             WHERE :after = '' OR place >= (SELECT place FROM listed WHERE id = :after)
             ORDER BY place LIMIT :limit
            """,
            parameters.merging(["after": query.after ?? "", "limit": query.after == nil ? limit : limit + 1])
            { $1 })
        var ids = try found.map { try $0.get("id", as: String.self) }
        if let after = query.after {
            guard ids.first == after else { throw Refusal("query.cursor", .incomplete) }
            ids.removeFirst()
        }
        let total = try found.first?.get("total", as: Int.self) ?? 0
        let isLast = try found.last.map { try $0.get("place", as: Int.self) == total } ?? true
        var byID: [String: JSONValue] = [:]
        for object in try objects(ids) { byID[object["id"]?.string ?? ""] = object }
        return Listing(items: ids.compactMap { byID[$0] }, next: isLast ? nil : ids.last, total: total)
    }
}
