import Mandate
import Pack
import Record
import Storage

extension Registry {
    /// The one checkpoint that anyone may have: over the entries from before the day began in the pack's time
    /// zone. It is the same for everyone until the next day begins, whenever it is asked for and whatever is done
    /// meanwhile, so that it tells nothing of the day itself.
    public func checkpointOfTheDay() async throws -> String {
        let now = surroundings.now()
        let known = try await database.readAll { try PublishedCheckpoint.kept($0) }
        if let known, known.stands(at: now) { return known.note }
        return try await database.write { connection in
            // The head's lock: no act is half done, and no other node publishes beside this one.
            _ = try RecordWriter(lockingHeadOf: connection)
            if let known = try PublishedCheckpoint.kept(connection), known.stands(at: now) {
                return known.note
            }
            let zone = try self.packInForce(connection)?.timeZone ?? "UTC"
            let today = CalendarDate(of: now, inZone: zone)
            let from = Instant(startOf: today, inZone: zone)
            let size = try Self.entries(before: from, connection)
            let root = try MerkleProof.root(size: size) { try RecordNodes.hash($0, $1, connection) }
            let published = PublishedCheckpoint(
                from: from, until: Instant(endOf: today, inZone: zone),
                note: try self.keepCheckpoint(size, root, connection, now))
            try published.keep(connection)
            return published.note
        }
    }

    /// How many entries were taken in before an instant: time never goes back along the log.
    private static func entries(before instant: Instant, _ connection: any Connection) throws -> Int {
        let last = try connection.query(
            "SELECT entry_index FROM record_entry WHERE at < :at ORDER BY entry_index DESC LIMIT 1",
            ["at": instant.description])
        return try last.first.map { try $0.get("entry_index", as: Int.self) + 1 } ?? 0
    }
}

/// A checkpoint of the day and how long it stands.
private struct PublishedCheckpoint {
    let from: Instant
    /// Fixed when it is published: a pack with another time zone changes the day after.
    let until: Instant
    let note: String

    private static let setting = "checkpoint-of-the-day"

    /// Also a little before its day: clocks of several nodes differ. One from a clock that was far ahead does not
    /// stand in the way.
    func stands(at now: Instant) -> Bool {
        from.advanced(byMicroseconds: -86_400_000_000) <= now && now < until
    }

    static func kept(_ connection: any Connection) throws -> PublishedCheckpoint? {
        let rows = try connection.query("SELECT value FROM setting WHERE name = :name", ["name": setting])
        guard let value = try rows.first?.get("value", as: String.self) else { return nil }
        let parts = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let from = Instant(String(parts[0])), let until = Instant(String(parts[1]))
        else { return nil }
        return PublishedCheckpoint(from: from, until: until, note: String(parts[2]))
    }

    func keep(_ connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO setting (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, ["name": Self.setting, "value": "\(from) \(until) \(note)"])
    }
}
