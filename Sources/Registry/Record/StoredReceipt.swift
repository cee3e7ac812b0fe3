import Disclosure
import Record
import Storage

extension Registry {
    /// The receipt of an act, once more, for whoever performed it: made from the stored openings, and the same to
    /// the byte as the first one for as long as nothing was erased.
    ///
    /// - Returns: nil where the viewer did not perform such an entry, or there is none.
    /// - Throws: `RecordFault.openingAltered` rather than sign what was not entered.
    public func receipt(of entry: EntryID, for viewer: Viewer) async throws -> JSONValue? {
        guard let person = viewer.person, !person.isEmpty else { return nil }
        let now = surroundings.now()
        return try await database.readAll { connection in
            let reader = try self.reader(connection, viewer, nil, now, try self.packInForce(connection))
            guard let index = try reader.entryIndex(id: entry.rawValue),
                try reader.performer(ofEntry: index) == person
            else { return nil }
            return try Self.storedReceipt(of: index, connection)?.signed(by: self.signingKey)
        }
    }

    private static func storedReceipt(of index: Int, _ connection: any Connection) throws -> Receipt? {
        guard let envelope = try RecordRows.envelope(at: index, connection) else { return nil }
        var openings: [String: Opening] = [:]
        for row in try connection.query(
            "SELECT part, salt, payload FROM record_opening WHERE entry_index = :index", ["index": index])
        {
            let part: String = try row.get("part")
            // Both are gone where the fields were erased.
            guard let salt = try row.optional("salt", as: [UInt8].self),
                let payload = try row.optional("payload", as: [UInt8].self)
            else { continue }
            guard let commitment = envelope.commitment(to: part),
                Commitment.isOpened(commitment, salt: salt, canonicalBytes: payload)
            else { throw RecordFault.openingAltered(index: index) }
            openings[part] = Opening(salt: salt, value: try JSONValue(parsing: payload))
        }
        guard let kind = openings["act"]?.value["kind"]?.string else {
            throw RecordFault.openingAltered(index: index)
        }
        return Receipt(
            entry: envelope.id, at: envelope.at, kind: kind, leafHash: envelope.leafHash, openings: openings)
    }
}
