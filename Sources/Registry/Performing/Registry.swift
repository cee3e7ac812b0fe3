import Disclosure
import Mandate
import Pack
import Record
import Storage

/// The application: the one door in (`perform`) and the one door out (`read`).
public final class Registry: Sendable {
    public let database: any Database
    public let surroundings: Surroundings
    public let catalogue: Catalogue
    /// Files that acts attach.
    let files: any FileStore
    /// Signs checkpoints and receipts.
    public let signingKey: SigningKey
    let composer: SQLComposer
    let packs = PackShelf()

    public convenience init(
        database: any Database, files: any FileStore, surroundings: Surroundings, signingKey: SigningKey,
        catalogue: Catalogue = .standard
    ) {
        self.init(
            database: database, files: files, surroundings: surroundings, signingKey: signingKey,
            catalogue: catalogue, relations: Relation.all)
    }

    /// - Parameter relations: who sees what; other than the product's own only in tests that must see a hole found.
    init(
        database: any Database, files: any FileStore, surroundings: Surroundings, signingKey: SigningKey,
        catalogue: Catalogue = .standard, relations: [Relation]
    ) {
        composer = SQLComposer(relations)
        self.database = database
        self.files = files
        self.surroundings = surroundings
        self.signingKey = signingKey
        self.catalogue = catalogue
    }

    /// Creates or brings up to date the tables.
    public func migrate() async throws {
        try await Migrations.migrate(database, Schema.migrations)
        try await RowSecurity.install(in: database)
    }

    /// Reads in one snapshot for one viewer.
    ///
    /// - Parameters:
    ///   - viewer: who looks.
    ///   - asOf: the end of that day in the pack's time zone; nil for now. What was visible then and is closed
    ///     now stays closed.
    ///   - body: every query inside sees the same state.
    public func read<Result: Sendable>(
        for viewer: Viewer, asOf: CalendarDate? = nil,
        _ body: @escaping @Sendable (Reader) throws -> Result
    ) async throws -> Result {
        let now = surroundings.now()
        return try await database.read { connection in
            let pack = try self.packInForce(connection)
            let reader = try self.reader(connection, viewer, asOf, now, pack)
            try reader.showOwnRows()
            return try body(try reader.knowingShape())
        }
    }

    func reader(
        _ connection: any Connection, _ viewer: Viewer, _ asOf: CalendarDate?, _ now: Instant, _ pack: Pack?
    ) throws -> Reader {
        let zone = pack?.timeZone ?? "UTC"
        let today = CalendarDate(of: now, inZone: zone)
        var moment = Reader.AsOf(
            entry: Int(Int32.max) - 1, day: today, isPast: false, now: now.microseconds)
        if let asOf, asOf < today {
            let end = Instant(endOf: asOf, inZone: zone)
            let last = try connection.query(
                "SELECT max(entry_index) AS last FROM entry WHERE at < :end", ["end": end.description]
            ).first?.optional("last", as: Int.self)
            moment = Reader.AsOf(entry: last ?? -1, day: asOf, isPast: true, now: now.microseconds)
        }
        return Reader(
            connection: connection, viewer: viewer, asOf: moment, composer: composer, pack: pack, packs: packs
        )
    }

    /// The pack whose words and limits hold now; nil before the first is adopted.
    func packInForce(_ connection: any Connection) throws -> Pack? {
        let rows = try connection.query("SELECT pack_hash FROM pack_in_force WHERE until_entry IS NULL", [:])
        guard let hash = try rows.first?.get("pack_hash", as: String.self) else { return nil }
        return try packs.pack(hash) { try PackShelf.files(of: hash, connection) }
    }

    /// The pack in force; nil before the first is adopted.
    public func pack() async throws -> Pack? { try await database.read { try self.packInForce($0) } }

    /// Today in the time zone of the pack in force.
    public func today() async throws -> CalendarDate {
        let now = surroundings.now()
        return try await database.read { connection in
            CalendarDate(of: now, inZone: try self.packInForce(connection)?.timeZone ?? "UTC")
        }
    }
}
