import Disclosure
import Mandate
import Pack
import Record
import Storage

/// Reads for one viewer, as of one moment, within one snapshot: the one door out.
///
/// Queries select from `visible_…` relations alone; `select` puts their definitions in front.
public struct Reader {
    let connection: any Connection
    public let viewer: Viewer
    /// The last entry that counts, and the day for which time is computed.
    public let asOf: AsOf
    let composer: SQLComposer
    /// The pack in force: limits and words.
    public let pack: Pack?
    /// Which terms of the relations this viewer needs; all of them unless it was looked up.
    let shape: ViewerShape
    /// Packs by hash: old cases are read with the questions that they were asked.
    let packs: PackShelf

    init(
        connection: any Connection, viewer: Viewer, asOf: AsOf, composer: SQLComposer, pack: Pack?,
        packs: PackShelf = PackShelf(), shape: ViewerShape? = nil
    ) {
        (self.connection, self.viewer, self.asOf) = (connection, viewer, asOf)
        (self.composer, self.pack, self.packs) = (composer, pack, packs)
        self.shape = shape ?? ViewerShape(viewer.audience)
    }

    /// As of when a reader looks.
    public struct AsOf: Hashable, Sendable {
        /// Index of the last entry that counts.
        public let entry: Int
        /// The day in the pack's time zone.
        public let day: CalendarDate
        /// Whether an earlier day was asked for.
        public let isPast: Bool
        /// The hour of reading, microseconds since 1970: what is open is open now, whatever day is looked at.
        public let now: Int64

        init(entry: Int, day: CalendarDate, isPast: Bool, now: Int64 = 0) {
            (self.entry, self.day, self.isPast, self.now) = (entry, day, isPast, now)
        }
    }

    /// Rows that the viewer may see.
    ///
    /// - Parameters:
    ///   - sql: a query over `visible_…` relations.
    ///   - parameters: by name; a list is spread over `IN (:name)`.
    /// - Throws: `StorageError` if the engine fails.
    func select(_ sql: String, _ parameters: [String: any SQLConvertible] = [:]) throws -> [Row] {
        let composed = composer.compose(sql, for: shape)
        var bound = parameters
        for name in composed.viewerParameters { bound[name] = value(of: name) }
        return try connection.query(composed.sql, bound)
    }

    /// The same with a list spread over `IN (:list)`.
    func select(
        _ sql: String, list: [some SQLConvertible], _ parameters: [String: any SQLConvertible] = [:]
    ) throws -> [Row] {
        guard !list.isEmpty else { return [] }
        let (spread, values) = composer.spread(sql, list)
        return try select(spread, parameters.merging(values) { $1 })
    }

    func value(of parameter: String) -> any SQLConvertible {
        switch parameter {
        case "viewer_rung": viewer.audience.rawValue
        case "viewer_person": viewer.person ?? ""
        case "viewer_about": viewer.about ?? ""
        case "viewer_state": viewer.state ?? ""
        case "viewer_contributes": viewer.contributesTo ?? ""
        case "viewer_person_key": viewer.personKey
        case "viewer_about_key": viewer.aboutKey
        case "viewer_previews": viewer.previewed == nil ? 0 : 1
        case "viewer_head": viewer.capacity == .head ? 1 : 0
        case "now": asOf.now
        case "viewer_people": viewer.seesAllPeople ? 1 : 0
        case "viewer_record": viewer.capacity == .auditor ? 1 : 0
        case "viewer_accounts": viewer.capacity == .administrator ? 1 : 0
        case "viewer_fields": viewer.opensFields ? 1 : 0
        default: asOf.entry
        }
    }
}
