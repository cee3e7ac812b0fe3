import Record
import Storage

extension Reader {
    /// A proposal to erase.
    struct ErasureProposal {
        let entryIndex: Int
        let proposedBy: Int
        let isDone: Bool
    }

    func erasure(_ id: ErasureID) throws -> ErasureProposal? {
        try select("SELECT * FROM visible_erasure WHERE id = :id", ["id": id]).first.map {
            ErasureProposal(
                entryIndex: try $0.get("entry_index"), proposedBy: try $0.get("proposed_by"),
                isDone: try $0.optional("erased_by", as: Int.self) != nil)
        }
    }

    func isErased(entry index: Int) throws -> Bool {
        try !select(
            "SELECT id FROM visible_erasure WHERE entry_index = :index AND erased_by IS NOT NULL",
            ["index": index]
        ).isEmpty
    }

    /// Proposals that wait for a second person.
    public func erasuresWaiting() throws -> [(id: ErasureID, entry: EntryID, reason: String?)] {
        try select(
            """
            SELECT erasure.id, erasure.reason, entry.id AS entry_id FROM visible_erasure AS erasure
              JOIN visible_entry AS entry ON entry.entry_index = erasure.entry_index
             WHERE erasure.erased_by IS NULL ORDER BY erasure.proposed_by
            """
        ).map { (try $0.get("id"), try $0.get("entry_id"), try $0.optional("reason")) }
    }

    /// What an erasure would leave of its entry's fields.
    func erasureTarget(_ id: ErasureID) throws -> Erased? {
        guard let proposal = try erasure(id) else { return nil }
        let rows = try select(
            """
            SELECT entry.id, entry.kind, fields.payload FROM visible_entry AS entry
              JOIN visible_entry_fields AS fields ON fields.entry_index = entry.entry_index
             WHERE entry.entry_index = :index
            """, ["index": proposal.entryIndex])
        guard let row = rows.first, let act = Catalogue.standard[ActKind(rawValue: try row.get("kind"))]
        else {
            return nil
        }
        let payload = try row.optional("payload", as: [UInt8].self)
        return Erased(
            entry: try row.get("id"), kind: act.kind,
            fields: try payload.flatMap { try JSONValue(parsing: $0).object } ?? [:], of: act)
    }
}
