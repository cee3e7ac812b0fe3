import Disclosure
import Record
import Storage

/// Further versions of an item, which carry on what an act does not change.
extension Tables {
    /// Writes the next version of an item.
    ///
    /// - Parameters:
    ///   - body: its wording; nil carries on the one before, as the words of whoever wrote it.
    ///   - value: its code; nil carries it on.
    ///   - note: a reason; nil carries it on.
    ///   - rooms: those in which it takes the place of the version before.
    ///   - detail: what changes of the codes and dates.
    func reword(
        _ id: String, _ body: LocalizedWording? = nil, value: String? = nil, note: LocalizedWording? = nil,
        in rooms: [Room.Kind], detail: [String: JSONValue] = [:], _ entry: RecordEntry
    ) throws {
        guard
            let former = try connection.query(
                "SELECT * FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1", ["id": id]
            ).first, let type = ItemType(rawValue: try former.get("type"))
        else { throw UnreadableField(expected: "item") }
        let stored = try former.optional("detail", as: String.self)
        let before = try stored.flatMap { try JSONValue(parsing: $0).object } ?? [:]
        try put(
            Item(
                id: id, type: type, room: Room.Kind(rawValue: try former.get("room")),
                state: try former.get("state"), assessment: try former.get("assessment_id"),
                parent: try former.get("parent_id"), theme: try former.get("theme"),
                requirement: try former.get("requirement"), question: try former.get("question"),
                value: try value ?? former.optional("value"), body: body, note: note,
                detail: before.merging(detail) { $1 }), in: rooms, entry)
        try carryOn(id, former, keepsBody: body == nil, keepsNote: note == nil, entry)
    }

    /// Changes the words of a text on an observation, in the Directorate's room, and keeps what the State read beside
    /// what is: as an item of both rooms, whose old words stay those of the entry that brought them.
    func change(
        _ item: String, to wording: LocalizedWording, on observation: String, as rewording: String,
        _ translations: JSONValue?, _ entry: RecordEntry
    ) throws {
        if try connection.query("SELECT id FROM item WHERE id = :id LIMIT 1", ["id": rewording]).isEmpty {
            guard
                let was = try connection.query(
                    """
                    SELECT body, body_by FROM item
                     WHERE id = :id AND directorate_from IS NOT NULL
                     ORDER BY CASE WHEN state_from IS NOT NULL AND state_until = :still THEN 0 ELSE 1 END,
                              entered_by DESC LIMIT 1
                    """, ["id": item, "still": Self.still]
                ).first
            else { throw UnreadableField(expected: "item") }
            let place = try place(of: item)
            try put(
                Item(
                    id: rewording, type: .rewording, room: .directorate, state: place.state,
                    assessment: place.assessment, parent: observation, theme: place.theme,
                    requirement: place.requirement, body: wording), in: [.directorate, .state], entry)
            try execute(
                "UPDATE item SET note = :was, note_by = :by WHERE id = :id AND entered_by = :entry",
                [
                    "was": try was.optional("body", as: String.self),
                    "by": try was.get("body_by", as: Int.self), "id": rewording, "entry": entry.index,
                ])
        } else {
            try reword(rewording, wording, in: [.directorate, .state], entry)
        }
        try reword(
            item, wording, in: [.directorate], detail: Translations.detail(translations), entry)
    }

    /// Words stay those of the entry that brought them, so that erasing it empties them here too; so does whose
    /// item it is.
    private func carryOn(
        _ id: String, _ former: Row, keepsBody: Bool, keepsNote: Bool, _ entry: RecordEntry
    ) throws {
        for (column, keeps) in [("body", keepsBody), ("note", keepsNote)] where keeps {
            try execute(
                """
                UPDATE item SET \(column) = :words, \(column)_by = :by
                 WHERE id = :id AND entered_by = :entry
                """,
                [
                    "words": try former.optional(column, as: String.self),
                    "by": try former.get("\(column)_by", as: Int.self), "id": id, "entry": entry.index,
                ])
        }
        try execute(
            "UPDATE item SET author = :author WHERE id = :id AND entered_by = :entry",
            ["author": try former.get("author", as: String.self), "id": id, "entry": entry.index])
    }
}
