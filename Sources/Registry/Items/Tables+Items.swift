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
        try execute(
            """
            INSERT INTO item
                (id, entered_by, type, room, state, assessment_id, parent_id, theme, requirement, question, author,
                 value, body, detail, directorate_from, state_from, committee_from, withheld_from)
            VALUES (:id, :entry, :type, :room, :state, :assessment, :parent, :theme, :requirement, :question,
                    :author, :value, :body, :detail, :directorate, :in_state, :committee,
                    coalesce((SELECT min(former.withheld_from) FROM item AS former WHERE former.id = :id), 9))
            """,
            [
                "id": item.id, "entry": entry.index, "type": item.type.rawValue,
                "room": item.room?.rawValue ?? "", "state": item.state, "assessment": item.assessment,
                "parent": item.parent, "theme": item.theme, "requirement": item.requirement,
                "question": item.question, "author": entry.performer.person?.rawValue ?? "",
                "value": item.value, "body": item.body?.stored,
                "detail": item.detail.isEmpty ? nil : JSONValue.object(item.detail).canonicalString,
                "directorate": from(.directorate), "in_state": from(.state), "committee": from(.committee),
            ])
    }

    private func close(_ id: String, in room: Room.Kind, _ entry: RecordEntry) throws {
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
    ///   - types: of which items.
    ///   - id: of one item alone; nil for all of the assessment.
    func send(
        _ types: [ItemType], of assessment: String, id: String? = nil, from: Room.Kind, to: Room.Kind,
        arisen room: Room.Kind, _ entry: RecordEntry
    ) throws {
        let names = Dictionary(
            uniqueKeysWithValues: types.enumerated().map { ("type_\($0)", $1.rawValue) })
        let list = names.keys.sorted().map { ":\($0)" }.joined(separator: ", ")
        let standing = """
            assessment_id = :assessment AND type IN (\(list)) AND room = :room AND (:id = '' OR id = :id)
              AND \(from.rawValue)_from IS NOT NULL AND \(from.rawValue)_until = :still
              AND \(to.rawValue)_from IS NULL
            """
        let values: [String: any SQLConvertible] = [
            "assessment": assessment, "room": room.rawValue, "id": id ?? "", "still": Self.still,
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

    /// A new stage of an assessment, told to each room that learns of it.
    ///
    /// The State sees where its case stands once a draft was with it; that the Committee returned a case stays
    /// with the Committee and the Directorate, so the State goes on seeing `submitted`.
    func stage(
        _ stage: AssessmentStage, of assessment: AssessmentFacts, detail: [String: JSONValue]? = nil,
        _ entry: RecordEntry
    ) throws {
        var rooms: [Room.Kind] = [.directorate]
        if stage.isToldToState(after: assessment.stageWithState) { rooms.append(.state) }
        if stage.isToldToCommittee { rooms.append(.committee) }
        try put(
            Item(
                id: assessment.id, type: .assessment, room: .directorate, state: assessment.state,
                assessment: assessment.id, value: stage.rawValue, detail: detail ?? assessment.detail),
            in: rooms, entry)
        guard rooms.contains(.committee) else { return }
        // What was opened of it stays open as it goes on.
        try execute(
            """
            INSERT INTO opening (id, item_id, version, state, rung, opens_at, shuts_at, ground, entered_by)
            SELECT id, item_id, :entry, state, rung, opens_at, shuts_at, ground, :entry FROM opening AS former
             WHERE item_id = :id AND ended_by IS NULL AND version < :entry
               AND version = (SELECT max(version) FROM opening WHERE item_id = :id AND version < :entry)
            """, ["entry": entry.index, "id": assessment.id])
        try recomputeReach(downstreamOf: [assessment.id])
    }
}
