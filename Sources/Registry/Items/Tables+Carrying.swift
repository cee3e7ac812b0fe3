import Record
import Storage

/// Answers that go with a State from one cycle to the next.
extension Tables {
    /// Copies answers of an earlier cycle whose questions did not change. A copy keeps its author and the entry that
    /// brought its wording, so that an erasure finds it, and derives from the answer that it copies.
    ///
    /// Identifiers follow from the entry's, so that replay gives the same.
    func carry(_ answers: [String], to assessment: AssessmentFacts, _ entry: RecordEntry) throws {
        for answer in answers {
            guard
                let row = try connection.query(
                    """
                    SELECT detail FROM item
                     WHERE id = :id AND type || '' = 'answer' AND directorate_from IS NOT NULL
                       AND directorate_until = :still
                    """, ["id": answer, "still": Self.still]
                ).first
            else { continue }
            var detail =
                try row.optional("detail", as: String.self).map { try JSONValue(parsing: $0) }?.object ?? [:]
            detail["carried"] = .string(answer)
            detail["edition"] = assessment.detail["edition"]
            let hash = SHA256.hash(Array("\(entry.id.rawValue)/\(answer)".utf8))
            let id = Surroundings.identifier(from: Array(hash.bytes.prefix(26)))
            try execute(
                """
                INSERT INTO item
                    (id, entered_by, type, room, state, assessment_id, parent_id, theme, requirement, question, author,
                     value, body, body_by, note, note_by, detail, directorate_from)
                SELECT :new, :entry, type, room, state, :assessment, parent_id, theme, requirement, question, author,
                       value, body, body_by, note, note_by, :detail, :entry
                  FROM item
                 WHERE id = :id AND directorate_from IS NOT NULL AND directorate_until = :still
                """,
                [
                    "new": id, "entry": entry.index, "assessment": assessment.id, "id": answer,
                    "detail": JSONValue.object(detail).canonicalString, "still": Self.still,
                ])
            try derive(id, from: [answer], "quotes", entry)
        }
    }
}
