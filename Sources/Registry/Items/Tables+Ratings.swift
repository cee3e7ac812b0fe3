import Disclosure
import Record
import Storage

/// What of the ratings leaves the Directorate's room.
extension Tables {
    /// Sends the State one value for each requirement: what was settled, else the first reader's. That readers
    /// differed, and why it was settled, stays with the Directorate.
    ///
    /// Where a difference was settled, the State gets a version of the first rating of its own, with the settled value
    /// and the first reader's basis.
    func sendRatings(of assessment: String, _ entry: RecordEntry) throws {
        let rows = try connection.query(
            """
            SELECT id, requirement, value, detail, entered_by, state_from FROM item
             WHERE assessment_id = :assessment AND type = 'rating' AND directorate_from IS NOT NULL
               AND directorate_until = :still
             ORDER BY requirement, entered_by
            """, ["assessment": assessment, "still": Self.still])
        var settled: [String: String] = [:]
        var firsts: [Row] = []
        for row in rows {
            let detail = try row.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }
            switch detail?["reader"]?.string {
            case "settled": settled[try row.get("requirement")] = try row.optional("value")
            case "first": firsts.append(row)
            default: break
            }
        }
        for row in firsts {
            let (id, value) = (try row.get("id", as: String.self), try row.optional("value", as: String.self))
            if let other = settled[try row.get("requirement")], other != value {
                try reword(id, value: other, in: [.state], entry)
            } else if try row.optional("state_from", as: Int.self) == nil {
                try close(id, in: .state, entry)
                try execute(
                    "UPDATE item SET state_from = :entry WHERE id = :id AND entered_by = :version",
                    [
                        "entry": entry.index, "id": id, "version": try row.get("entered_by", as: Int.self),
                    ])
            }
        }
    }
}
