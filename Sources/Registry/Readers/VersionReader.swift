import Disclosure
import Record
import Storage

/// One of the versions of an item that a viewer may see.
public struct ItemVersionView: Sendable {
    /// Counted from 1 among those that this viewer sees.
    public let number: Int
    public let item: ItemView
    /// When it came into the viewer's room; nil where that may not be seen.
    public let at: Instant?
}

extension Reader {
    /// The versions of one item that stood in the viewer's room, or are open to them, in their order: each one that they
    /// would see as of some day.
    ///
    /// - Returns: empty where there is none that this viewer may see.
    public func versions(of id: String) throws -> [ItemVersionView] {
        let rows = try select(
            "SELECT * FROM visible_item_version WHERE id = :id ORDER BY entered_by", ["id": id])
        let column = (viewer.room?.kind ?? .committee).rawValue + "_from"
        let entries = try rows.map { try $0.optional(column, as: Int.self) }
        let times = try times(ofEntries: entries.compactMap { $0 })
        return zip(try itemViews(rows), entries).enumerated().map { index, version in
            ItemVersionView(number: index + 1, item: version.0, at: version.1.flatMap { times[$0] })
        }
    }
}
