import Disclosure
import Record
import Storage

/// Stages of assessments, and what follows from them.
extension Tables {
    /// A new stage of an assessment, told to each room that learns of it.
    ///
    /// The State sees where its case stands once a draft was with it; that the Committee returned a case stays
    /// with the Committee and the Directorate, so the State goes on seeing `submitted`.
    ///
    /// - Parameters:
    ///   - note: why, where a reason was given.
    ///   - detail: in place of what the assessment had.
    func stage(
        _ stage: AssessmentStage, of assessment: AssessmentFacts, note: LocalizedWording? = nil,
        detail: [String: JSONValue]? = nil, _ entry: RecordEntry
    ) throws {
        var rooms: [Room.Kind] = [.directorate]
        if stage.isToldToState(after: assessment.stageWithState) { rooms.append(.state) }
        if stage.isToldToCommittee { rooms.append(.committee) }
        var kept = detail ?? assessment.detail
        kept["stageSince"] = nil
        try put(
            Item(
                id: assessment.id, type: .assessment, room: .directorate, state: assessment.state,
                assessment: assessment.id, value: stage.rawValue, note: note,
                detail: kept),
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

    /// Since when the assessment is at the stage that the Directorate sees, as an instant is written: a version that
    /// changes no stage carries it on.
    func stageSince(of assessment: String) throws -> String {
        guard
            let row = try connection.query(
                """
                SELECT entry.at AS at, item.detail AS detail FROM item
                  JOIN entry ON entry.entry_index = item.entered_by
                 WHERE item.id = :id AND item.directorate_from IS NOT NULL AND item.directorate_until = :still
                """, ["id": assessment, "still": Self.still]
            ).first
        else { throw UnreadableField(expected: "assessment") }
        let detail = try row.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }
        return try detail?["stageSince"]?.string ?? row.get("at")
    }

    /// The stage that the Directorate sees.
    func stageWithDirectorate(of assessment: String) throws -> AssessmentStage? {
        try connection.query(
            "SELECT value FROM item WHERE id = :id AND directorate_from IS NOT NULL AND directorate_until = :still",
            ["id": assessment, "still": Self.still]
        ).first?.optional("value", as: String.self).flatMap(AssessmentStage.init(rawValue:))
    }

    /// One adopted position for each rated requirement, drawn from what was settled, else from the first rating.
    ///
    /// Identifiers follow from the entry's, so that replay gives the same.
    func fixPositions(of assessment: AssessmentFacts, _ entry: RecordEntry) throws {
        let ratings = try connection.query(
            """
            SELECT requirement, theme, value, detail FROM item
             WHERE assessment_id = :assessment AND type = 'rating' AND directorate_from IS NOT NULL
               AND directorate_until = :still
             ORDER BY requirement, entered_by
            """, ["assessment": assessment.id, "still": Self.still])
        var chosen: [String: (theme: String, value: String?)] = [:]
        for rank in ["first", "settled"] {
            for row in ratings {
                let detail = try row.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }
                guard detail?["reader"]?.string == rank else { continue }
                chosen[try row.get("requirement")] = (try row.get("theme"), try row.optional("value"))
            }
        }
        for (requirement, position) in chosen.sorted(by: { $0.key < $1.key }) {
            let hash = SHA256.hash(Array("\(entry.id.rawValue)/\(requirement)".utf8))
            try put(
                Item(
                    id: Surroundings.identifier(from: Array(hash.bytes.prefix(26))), type: .position,
                    room: .directorate, state: assessment.state, assessment: assessment.id,
                    theme: position.theme, requirement: requirement, value: position.value),
                in: [.directorate, .state, .committee], entry)
        }
    }

    /// Ends whatever circulation of an assessment is running.
    func endCirculations(of assessment: String, outcome: String, _ entry: RecordEntry) throws {
        for circulation in try standing(.circulation, of: assessment, in: .committee) {
            try reword(
                circulation, value: "ended", in: [.committee], detail: ["outcome": .string(outcome)], entry)
        }
    }

    /// The value of the newest version of an item.
    func value(of item: String) throws -> String? {
        try connection.query(
            "SELECT value FROM item WHERE id = :id ORDER BY entered_by DESC LIMIT 1", ["id": item]
        ).first?.optional("value")
    }

    /// Identifiers of the items of a type that stand in a room.
    func standing(_ type: ItemType, of assessment: String, in room: Room.Kind = .directorate) throws
        -> [String]
    {
        try connection.query(
            """
            SELECT id FROM item
             WHERE assessment_id = :assessment AND type = :type AND \(room.rawValue)_from IS NOT NULL
               AND \(room.rawValue)_until = :still ORDER BY entered_by, id
            """, ["assessment": assessment, "type": type.rawValue, "still": Self.still]
        ).map { try $0.get("id") }
    }
}
