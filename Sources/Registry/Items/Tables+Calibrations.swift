import Disclosure
import Record
import Storage

/// Writing calibrations: what heads prepare and what raters give stands in no room.
extension Tables {
    /// Writes a version that stands in no room, in place of the one before.
    func keep(_ item: Item, _ entry: RecordEntry) throws {
        try remove(item.id, entry)
        try put(item, in: [], entry)
    }

    /// Ends the version that stands in no room.
    func remove(_ id: String, _ entry: RecordEntry) throws {
        try execute(
            """
            UPDATE item SET directorate_until = :entry
             WHERE id = :id AND directorate_from IS NULL AND directorate_until = :still AND entered_by < :entry
            """, ["entry": entry.index, "id": id, "still": Self.still])
    }

    /// The exercise stands in the Directorate's room too, without the case from which its texts are drawn.
    func openCalibration(_ id: String, until due: String, _ entry: RecordEntry) throws {
        try reword(
            id, value: CalibrationStage.open.rawValue, in: [.directorate],
            detail: ["dueOn": .string(due), "origin": .null], entry)
        try execute(
            "UPDATE item SET room = 'directorate' WHERE id = :id AND entered_by = :entry",
            ["id": id, "entry": entry.index])
    }

    /// Ends it where it stands: with heads alone, as long as it was not opened.
    func withdrawCalibration(
        _ id: String, _ reason: LocalizedWording, isPreparing: Bool, _ entry: RecordEntry
    ) throws {
        if isPreparing {
            try execute(
                """
                UPDATE item SET directorate_until = :entry
                 WHERE id = :id AND directorate_from IS NULL AND directorate_until = :still
                """, ["entry": entry.index, "id": id, "still": Self.still])
        }
        try reword(
            id, value: CalibrationStage.withdrawn.rawValue, note: reason,
            in: isPreparing ? [] : [.directorate], entry)
    }

    /// The texts that were prepared stand in the Directorate's room from here on.
    func sendUnits(of calibration: String, _ entry: RecordEntry) throws {
        try execute(
            """
            UPDATE item SET directorate_from = :entry, room = 'directorate'
             WHERE assessment_id = :id AND type = 'calibration-unit' AND directorate_from IS NULL
               AND directorate_until = :still
            """, ["entry": entry.index, "id": calibration, "still": Self.still])
    }

    /// A rater's place, whose identifier follows from the entry's, so that replay gives the same.
    func seat(_ person: String, in calibration: String, _ entry: RecordEntry) throws {
        let hash = SHA256.hash(Array("\(entry.id.rawValue)/\(person)".utf8))
        try put(
            Item(
                id: Surroundings.identifier(from: Array(hash.bytes.prefix(26))), type: .calibrationSeat,
                room: .directorate, state: "", assessment: calibration, parent: calibration,
                value: SeatStage.named.rawValue, detail: ["person": .string(person)]),
            in: [.directorate], entry)
    }

    /// Moves a rater's place on.
    func move(_ person: String, in calibration: String, to stage: SeatStage, _ entry: RecordEntry) throws {
        for seat in try seats(of: calibration) where seat.person == person && seat.stage != .released {
            try reword(seat.id, value: stage.rawValue, in: [.directorate], entry)
        }
    }

    /// Puts on each text how many of those who handed in gave it which value.
    func countRatings(of calibration: String, _ entry: RecordEntry) throws {
        let raters = Set(try seats(of: calibration).filter { $0.stage == .handedIn }.map(\.person))
        let rows = try connection.query(
            """
            SELECT parent_id, author, value FROM item
             WHERE assessment_id = :id AND type = 'calibration-rating' AND directorate_until = :still
             ORDER BY parent_id, author
            """, ["id": calibration, "still": Self.still])
        var counts: [String: [String: Int64]] = [:]
        for row in rows where raters.contains(try row.get("author")) {
            counts[try row.get("parent_id"), default: [:]][try row.get("value"), default: 0] += 1
        }
        for (unit, values) in counts.sorted(by: { $0.key < $1.key }) {
            try reword(
                unit, in: [.directorate], detail: ["counts": .object(values.mapValues { .integer($0) })],
                entry)
        }
    }

    private func seats(of calibration: String) throws -> [(id: String, person: String, stage: SeatStage)] {
        try connection.query(
            """
            SELECT id, value, detail FROM item
             WHERE assessment_id = :id AND type = 'calibration-seat' AND directorate_from IS NOT NULL
               AND directorate_until = :still ORDER BY id
            """, ["id": calibration, "still": Self.still]
        ).map { row in
            let detail = try row.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }
            return (
                try row.get("id"), detail?["person"]?.string ?? "",
                SeatStage(rawValue: try row.get("value")) ?? .named
            )
        }
    }
}
