import Mandate
import Record
import Storage

/// Writes a reading as rows.
struct ReadingRows {
    let resolution: ResolutionID
    let reading: StoredReading
    let source: String
    let isOfficial: Bool
    let entry: Int
    let tables: Tables

    func write() throws {
        try tables.execute(
            """
            INSERT INTO resolution (id, symbol, adopted_on, entered_by) VALUES (:id, :symbol, :adopted, :entry)
            ON CONFLICT (id) DO NOTHING
            """,
            ["id": resolution, "symbol": reading.symbol, "adopted": reading.adopted, "entry": entry])
        try tables.execute(
            "UPDATE resolution SET adopted_on = :adopted WHERE id = :id AND adopted_on IS NULL",
            ["id": resolution, "adopted": reading.adopted])
        for table in ["resolution_text", "paragraph_text", "citation", "time_limit"] {
            try close(table)
        }
        try tables.execute(
            """
            INSERT INTO resolution_text
                (resolution_id, language, title, official, source, warnings, entered_by)
            VALUES (:id, :language, :title, :official, :source, :warnings, :entry)
            """,
            [
                "id": resolution, "language": reading.language, "title": reading.title,
                "official": isOfficial ? 1 : 0, "source": source,
                "warnings": reading.warnings.canonicalString, "entry": entry,
            ])
        var written: Set<String> = []
        for (position, paragraph) in reading.paragraphs.enumerated() {
            try write(paragraph, position, &written)
        }
    }

    private func close(_ table: String) throws {
        try tables.execute(
            """
            UPDATE \(table) SET until_entry = :entry
             WHERE resolution_id = :id AND language = :language AND until_entry IS NULL
            """, ["id": resolution, "language": reading.language, "entry": entry])
    }

    private func write(
        _ paragraph: StoredReading.Paragraph, _ position: Int, _ written: inout Set<String>
    ) throws {
        let id = ParagraphID.of(resolution, paragraph.part, paragraph.number)
        // A number that the print repeats is kept with the first; the reading flags it.
        guard written.insert(id.rawValue).inserted else { return }
        try tables.execute(
            """
            INSERT INTO paragraph (id, resolution_id, part, number, parent_number, position, entered_by)
            VALUES (:id, :resolution, :part, :number, :parent, :position, :entry)
            ON CONFLICT (id) DO NOTHING
            """,
            [
                "id": id, "resolution": resolution, "part": paragraph.part, "number": paragraph.number,
                "parent": paragraph.parent, "position": position, "entry": entry,
            ])
        try tables.execute(
            """
            INSERT INTO paragraph_text
                (paragraph_id, resolution_id, language, text, verbs, addressees, line, entered_by)
            VALUES (:id, :resolution, :language, :text, :verbs, :addressees, :line, :entry)
            """,
            [
                "id": id, "resolution": resolution, "language": reading.language, "text": paragraph.text,
                "verbs": JSONValue.array(paragraph.verbs).canonicalString,
                "addressees": JSONValue.array(paragraph.addressees).canonicalString, "line": paragraph.line,
                "entry": entry,
            ])
        try writeCitations(of: paragraph, id)
        try writeTimeLimits(of: paragraph, id)
    }

    private func writeCitations(of paragraph: StoredReading.Paragraph, _ id: ParagraphID) throws {
        for (position, citation) in paragraph.citations.enumerated() {
            try tables.execute(
                """
                INSERT INTO citation
                    (paragraph_id, resolution_id, language, position, symbol, printed, entered_by)
                VALUES (:id, :resolution, :language, :position, :symbol, :printed, :entry)
                """,
                [
                    "id": id, "resolution": resolution, "language": reading.language, "position": position,
                    "symbol": citation["symbol"]?.string ?? "", "printed": citation["printed"]?.string ?? "",
                    "entry": entry,
                ])
        }
    }

    private func writeTimeLimits(of paragraph: StoredReading.Paragraph, _ id: ParagraphID) throws {
        for (position, limit) in paragraph.timeLimits.enumerated() {
            try tables.execute(
                """
                INSERT INTO time_limit
                    (paragraph_id, resolution_id, language, position, kind, text, normalised, entered_by)
                VALUES (:id, :resolution, :language, :position, :kind, :text, :normalised, :entry)
                """,
                [
                    "id": id, "resolution": resolution, "language": reading.language, "position": position,
                    "kind": limit["kind"]?.string ?? "", "text": limit["text"]?.string ?? "",
                    "normalised": limit["normalised"]?.string ?? "", "entry": entry,
                ])
        }
    }
}

extension ParagraphID {
    /// `S-RES-2617-2021-OP-2-a`, from the resolution's identifier, the part and the printed number `2(a)`.
    static func of(_ resolution: ResolutionID, _ part: String, _ number: String) -> ParagraphID {
        let steps = number.split { $0 == "(" || $0 == ")" }.joined(separator: "-")
        return ParagraphID("\(resolution)-\(part)-\(steps)")
    }
}
