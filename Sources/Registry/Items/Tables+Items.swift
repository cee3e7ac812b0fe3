import Disclosure
import Record
import Storage

/// Writing items, for `apply` alone: a version, what it was sent to, what it derives from.
extension Tables {
    /// The entry index that stands for "still".
    static let still = Int(Int32.max)

    /// Writes a version, which takes the place of the one before in the given rooms.
    func put(_ item: Item, in rooms: [Room.Kind], _ entry: RecordEntry) throws {
        for room in rooms { try close(item.id, in: room, entry) }
        func from(_ room: Room.Kind) -> Int? { rooms.contains(room) ? entry.index : nil }
        let detail = item.detail.merging(Translations.detail(item.translations)) { $1 }
        try execute(
            """
            INSERT INTO item
                (id, entered_by, type, room, state, assessment_id, parent_id, theme, requirement, question, author,
                 value, body, body_by, note, note_by, detail, directorate_from, state_from, committee_from, withheld_from)
            VALUES (:id, :entry, :type, :room, :state, :assessment, :parent, :theme, :requirement, :question,
                    :author, :value, :body, :entry, :note, :entry, :detail, :directorate, :in_state, :committee,
                    coalesce((SELECT min(former.withheld_from) FROM item AS former WHERE former.id = :id), 9))
            """,
            [
                "id": item.id, "entry": entry.index, "type": item.type.rawValue,
                "room": item.room?.rawValue ?? "", "state": item.state, "assessment": item.assessment,
                "parent": item.parent, "theme": item.theme, "requirement": item.requirement,
                "question": item.question, "author": entry.performer.person?.rawValue ?? "",
                "value": item.value, "body": item.body?.stored,
                "note": item.note?.stored,
                "detail": detail.isEmpty ? nil : JSONValue.object(detail).canonicalString,
                "directorate": from(.directorate), "in_state": from(.state), "committee": from(.committee),
            ])
    }

    /// Ends the version that stands in a room.
    func close(_ id: String, in room: Room.Kind, _ entry: RecordEntry) throws {
        let column = room.rawValue
        try execute(
            """
            UPDATE item SET \(column)_until = :entry
             WHERE id = :id AND \(column)_from IS NOT NULL AND \(column)_until = :still
               AND entered_by < :entry
            """, ["entry": entry.index, "id": id, "still": Self.still])
    }

    /// What a send act does: the versions that stand in one room stand in another from here on.
    ///
    /// - Parameters:
    ///   - types: of which items of the assessment.
    ///   - parent: of which type they lie under one; nil: wherever they lie.
    ///   - room: where they arose.
    func send(
        _ types: [ItemType], of assessment: String, under parent: ItemType? = nil, from: Room.Kind,
        to: Room.Kind, arisen room: Room.Kind,
        _ entry: RecordEntry
    ) throws {
        let names = Dictionary(
            uniqueKeysWithValues: types.enumerated().map { ("type_\($0)", $1.rawValue) })
        let list = names.keys.sorted().map { ":\($0)" }.joined(separator: ", ")
        let standing = """
            assessment_id = :assessment AND type IN (\(list)) AND room = :room
              AND \(from.rawValue)_from IS NOT NULL AND \(from.rawValue)_until = :still
              AND \(to.rawValue)_from IS NULL
              AND (:under = '' OR parent_id IN
                   (SELECT upper.id FROM item AS upper
                     WHERE upper.assessment_id = :assessment AND upper.type = :under))
            """
        let values: [String: any SQLConvertible] = [
            "under": parent?.rawValue ?? "",
            "assessment": assessment, "room": room.rawValue, "still": Self.still,
            "entry": entry.index,
        ].merging(names as [String: any SQLConvertible]) { $1 }
        try execute(
            """
            UPDATE item SET \(to.rawValue)_until = :entry
             WHERE \(to.rawValue)_from IS NOT NULL AND \(to.rawValue)_until = :still
               AND assessment_id = :assessment AND id IN (SELECT id FROM item WHERE \(standing))
            """, values)
        try execute("UPDATE item SET \(to.rawValue)_from = :entry WHERE \(standing)", values)
    }

    /// Writes that one item derives from others.
    func derive(
        _ derived: String, from sources: [String], _ kind: String, _ entry: RecordEntry
    ) throws {
        for source in sources {
            try execute(
                """
                INSERT INTO derivation (source_id, derived_id, kind, entered_by)
                VALUES (:source, :derived, :kind, :entry) ON CONFLICT (source_id, derived_id) DO NOTHING
                """, ["source": source, "derived": derived, "kind": kind, "entry": entry.index])
        }
    }

    /// Hands a question of a case, or of a request, to an official.
    func hand(
        _ question: String, of file: String, in state: String, to person: PersonID, _ entry: RecordEntry
    ) throws {
        try execute(
            """
            INSERT INTO handing (assessment_id, question, person_id, state, entered_by)
            VALUES (:file, :question, :person, :state, :entry)
            """,
            [
                "file": file, "question": question, "person": person, "state": state, "entry": entry.index,
            ])
    }

    /// An assessment as it stands, for the act that writes its next stage.
    func facts(of assessment: String) throws -> AssessmentFacts {
        let rows = try connection.query(
            """
            SELECT state, detail, value, state_from, state_until FROM item
             WHERE id = :id ORDER BY entered_by DESC
            """, ["id": assessment])
        let standing = try rows.first {
            try $0.optional("state_from", as: Int.self) != nil
                && $0.get("state_until", as: Int.self) == Self.still
        }
        let detail = try rows.first?.optional("detail", as: String.self)
        return AssessmentFacts(
            id: assessment, state: try rows.first?.get("state") ?? "",
            stageWithState: try standing?.optional("value", as: String.self).flatMap(
                AssessmentStage.init(rawValue:)),
            detail: try detail.flatMap { try JSONValue(parsing: $0).object } ?? [:])
    }

    /// What an item belongs to.
    func place(of item: String) throws -> ItemPlace {
        guard
            let row = try connection.query(
                """
                SELECT type, state, assessment_id, parent_id, theme, requirement, question FROM item
                 WHERE id = :id ORDER BY entered_by DESC LIMIT 1
                """, ["id": item]
            ).first
        else { throw UnreadableField(expected: "item") }
        return ItemPlace(
            type: try row.get("type"), state: try row.get("state"), assessment: try row.get("assessment_id"),
            theme: try row.get("theme"), requirement: try row.get("requirement"),
            question: try row.get("question"), parent: try row.get("parent_id"))
    }

}

/// Where an item belongs.
struct ItemPlace: Sendable {
    let type: String
    let state: String
    let assessment: String
    let theme: String
    let requirement: String
    let question: String
    var parent = ""
}
