import Mandate
import Pack
import Record
import Storage

/// Which acts of the record are wanted.
public struct EntryFilter: Hashable, Sendable {
    /// Nil for all kinds.
    public let kind: ActKind?
    /// First day in the pack's time zone; nil from the beginning.
    public let from: CalendarDate?
    /// Last day, which counts whole; nil to the end.
    public let until: CalendarDate?

    public init(kind: ActKind? = nil, from: CalendarDate? = nil, until: CalendarDate? = nil) {
        (self.kind, self.from, self.until) = (kind, from, until)
    }
}

extension Reader {
    /// The acts that this viewer may see of those wanted, newest first, without their fields.
    ///
    /// - Parameters:
    ///   - before: only those with a smaller index.
    ///   - limit: at most so many.
    public func history(
        _ filter: EntryFilter, before: Int? = nil, limit: Int = 50
    ) throws -> [EntryView] {
        guard let range = try range(of: filter) else { return [] }
        let rows = try select(
            """
            SELECT * FROM visible_entry
             WHERE entry_index BETWEEN :low AND :high AND (:kind = '' OR kind = :kind)
             ORDER BY entry_index DESC LIMIT :limit
            """,
            [
                "low": range.low, "high": min(range.high, (before ?? Int(Int32.max)) - 1),
                "kind": filter.kind?.rawValue ?? "", "limit": limit,
            ])
        return try entryViews(rows, opening: false)
    }

    /// How many of the acts wanted this viewer may see, by kind; kinds without any are left out.
    public func entryCounts(_ filter: EntryFilter) throws -> [(kind: ActKind, count: Int)] {
        guard let range = try range(of: filter) else { return [] }
        return try select(
            """
            SELECT kind, count(*) AS many FROM visible_entry
             WHERE entry_index BETWEEN :low AND :high AND (:kind = '' OR kind = :kind)
             GROUP BY kind ORDER BY kind
            """, ["low": range.low, "high": range.high, "kind": filter.kind?.rawValue ?? ""]
        ).map { (kind: ActKind(rawValue: try $0.get("kind")), count: try $0.get("many")) }
    }

    /// From days to indexes, since time never goes back along the log; nil where no entry lies between.
    private func range(of filter: EntryFilter) throws -> (low: Int, high: Int)? {
        let zone = pack?.timeZone ?? "UTC"
        var (low, high) = (0, Int(Int32.max))
        // Days beyond these have no entry before or after them.
        if let from = filter.from, from.year > 1970 {
            let found = try select(
                "SELECT entry_index FROM visible_entry WHERE at >= :from ORDER BY at, entry_index LIMIT 1",
                ["from": Instant(startOf: from, inZone: zone).description])
            guard let row = found.first else { return nil }
            low = try row.get("entry_index")
        }
        if let until = filter.until, until < asOf.day {
            guard until.year > 1970 else { return nil }
            let found = try select(
                """
                SELECT entry_index FROM visible_entry WHERE at < :end
                 ORDER BY at DESC, entry_index DESC LIMIT 1
                """, ["end": Instant(endOf: until, inZone: zone).description])
            guard let row = found.first else { return nil }
            high = try row.get("entry_index")
        }
        return low <= high ? (low, high) : nil
    }
}
