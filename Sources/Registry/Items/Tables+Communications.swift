import Disclosure
import Record
import Storage

/// Numbering letters, for `apply` alone.
extension Tables {
    /// The next number of a letter, and what it is called by: `CTED/FRD-3/2027/004`, and `…/IN-004` of one that came in.
    ///
    /// Numbers run by office, direction, State, case and year: one that ran over all States would tell each of them how
    /// many letters the others got. The log's head is locked, so that no number is given twice and none is left out.
    ///
    /// - Parameter mark: the office's, which begins it.
    func numbered(
        office: String, direction: String, mark: String, state: String, assessment: String, on day: String
    ) throws -> [String: JSONValue] {
        let year = String(day.prefix(4))
        let given = try connection.query(
            """
            SELECT detail FROM item
             WHERE type = 'communication' AND state = :state AND assessment_id = :assessment
            """, ["state": state, "assessment": assessment]
        ).compactMap { row -> Int? in
            guard let text = try row.optional("detail", as: String.self) else { return nil }
            let detail = try JSONValue(parsing: text)
            guard detail["office"]?.string == office, detail["direction"]?.string == direction,
                detail["year"]?.string == year
            else { return nil }
            return detail["number"]?.int
        }
        let number = (given.max() ?? 0) + 1
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let cycle = assessment.isEmpty ? nil : try facts(of: assessment).detail["cycle"]?.int
        let about = cycle.map { "\(state)-\($0)" } ?? state
        let reference = "\(mark)/\(about)/\(year)/\(direction == "in" ? "IN-" : "")\(padded)"
        return [
            "number": .integer(Int64(number)), "year": .string(year), "reference": .string(reference),
        ]
    }
}
