import Mandate
import Record
import Storage

extension Reader {
    /// Every registered resolution, by year and symbol.
    public func resolutions() throws -> [ResolutionView] {
        try resolutionViews(
            try select("SELECT * FROM visible_resolution ORDER BY adopted_on NULLS FIRST, id"))
    }

    /// Some resolutions, in any order.
    func resolutions(_ ids: [String]) throws -> [ResolutionView] {
        try resolutionViews(try select("SELECT * FROM visible_resolution WHERE id IN (:list)", list: ids))
    }

    public func resolution(_ id: ResolutionID) throws -> ResolutionView? {
        try resolutionViews(try select("SELECT * FROM visible_resolution WHERE id = :id", ["id": id])).first
    }

    func adoptedOn(_ id: ResolutionID) throws -> CalendarDate? {
        try select("SELECT adopted_on FROM visible_resolution WHERE id = :id", ["id": id]).first?
            .optional("adopted_on")
    }

    private func resolutionViews(_ rows: [Row]) throws -> [ResolutionView] {
        let ids = try rows.map { try $0.get("id", as: String.self) }
        let texts = try Dictionary(
            grouping: try select(
                "SELECT * FROM visible_resolution_text WHERE resolution_id IN (:list) ORDER BY language",
                list: ids)
        ) { try $0.get("resolution_id", as: String.self) }
        var counts: [String: Int] = [:]
        for row in try select(
            """
            SELECT resolution_id, count(*) AS many FROM visible_paragraph
             WHERE resolution_id IN (:list) AND part = 'OP' AND parent_number IS NULL GROUP BY resolution_id
            """, list: ids)
        {
            counts[try row.get("resolution_id")] = try row.get("many")
        }
        return try rows.map { row in
            let id: String = try row.get("id")
            return ResolutionView(
                id: ResolutionID(id), symbol: try row.get("symbol"),
                adoptedOn: try row.optional("adopted_on"),
                texts: try (texts[id] ?? []).map(text), operativeCount: counts[id] ?? 0)
        }
    }

    private func text(_ row: Row) throws -> ResolutionView.Text {
        ResolutionView.Text(
            language: try row.get("language"), title: try row.get("title"),
            isOfficial: try row.get("official", as: Bool.self), source: try row.get("source"),
            warnings: try JSONValue(parsing: try row.get("warnings", as: String.self)).array ?? [])
    }

    /// The paragraphs of a resolution, in the text's order.
    public func paragraphs(of resolution: ResolutionID) throws -> [ParagraphView] {
        try paragraphViews(
            try select(
                """
                SELECT paragraph.*, resolution.symbol FROM visible_paragraph AS paragraph
                  JOIN visible_resolution AS resolution ON resolution.id = paragraph.resolution_id
                 WHERE paragraph.resolution_id = :id ORDER BY paragraph.position, paragraph.id
                """, ["id": resolution]))
    }

    public func paragraph(_ id: ParagraphID) throws -> ParagraphView? {
        try paragraphs([id]).first
    }

    /// Some paragraphs, in the order of their identifiers.
    public func paragraphs(_ ids: [ParagraphID]) throws -> [ParagraphView] {
        try paragraphViews(
            try select(
                """
                SELECT paragraph.*, resolution.symbol FROM visible_paragraph AS paragraph
                  JOIN visible_resolution AS resolution ON resolution.id = paragraph.resolution_id
                 WHERE paragraph.id IN (:list) ORDER BY paragraph.resolution_id, paragraph.position
                """, list: ids.map(\.rawValue)))
    }

    /// A paragraph's texts alone.
    func texts(of paragraph: ParagraphID) throws -> [(language: String, text: String)] {
        try select(
            "SELECT language, text FROM visible_paragraph_text WHERE paragraph_id = :id ORDER BY language",
            ["id": paragraph]
        ).map { (try $0.get("language"), try $0.get("text")) }
    }

    /// Three more statements, however many paragraphs.
    func paragraphViews(_ rows: [Row]) throws -> [ParagraphView] {
        let ids = try rows.map { try $0.get("id", as: String.self) }
        let texts = try byParagraph("SELECT * FROM visible_paragraph_text WHERE paragraph_id IN (:list)", ids)
        let citations = try byParagraph(
            "SELECT * FROM visible_citation WHERE paragraph_id IN (:list) ORDER BY position", ids)
        let limits = try byParagraph(
            "SELECT * FROM visible_time_limit WHERE paragraph_id IN (:list) ORDER BY position", ids)
        return try rows.map { row in
            let id: String = try row.get("id")
            let own = try (texts[id] ?? []).map {
                try paragraphText($0, citations: citations[id] ?? [], limits: limits[id] ?? [])
            }
            return ParagraphView(
                id: ParagraphID(id), resolution: try row.get("resolution_id"), symbol: try row.get("symbol"),
                part: try row.get("part"), number: try row.get("number"),
                parent: try row.optional("parent_number"), texts: own.sorted { $0.language < $1.language })
        }
    }

    private func byParagraph(_ sql: String, _ ids: [String]) throws -> [String: [Row]] {
        var rows: [String: [Row]] = [:]
        // A long resolution has more paragraphs than a query should have parameters.
        for start in stride(from: 0, to: ids.count, by: 1_000) {
            for row in try select(sql, list: Array(ids[start..<min(start + 1_000, ids.count)])) {
                rows[try row.get("paragraph_id"), default: []].append(row)
            }
        }
        return rows
    }

    private func paragraphText(_ row: Row, citations: [Row], limits: [Row]) throws -> ParagraphView.Text {
        let language: String = try row.get("language")
        func own(_ rows: [Row]) throws -> [Row] {
            try rows.filter { try $0.get("language", as: String.self) == language }
        }
        return ParagraphView.Text(
            language: language, text: try row.get("text"), verbs: try strings(row, "verbs"),
            addressees: try strings(row, "addressees"),
            citations: try own(citations).map {
                ParagraphView.Citation(symbol: try $0.get("symbol"), printed: try $0.get("printed"))
            },
            timeLimits: try own(limits).map {
                ParagraphView.Limit(
                    kind: try $0.get("kind"), text: try $0.get("text"), normalised: try $0.get("normalised"))
            })
    }

    private func strings(_ row: Row, _ column: String) throws -> [String] {
        try JSONValue(parsing: try row.get(column, as: String.self)).array?.compactMap(\.string) ?? []
    }

    /// What a text's words hash to, to notice that the same is entered again.
    func textFingerprint(_ resolution: ResolutionID, language: String) throws -> String? {
        let rows = try select(
            """
            SELECT paragraph.part, paragraph.number, text.text FROM visible_paragraph_text AS text
              JOIN visible_paragraph AS paragraph ON paragraph.id = text.paragraph_id
             WHERE text.resolution_id = :id AND text.language = :language ORDER BY text.line, paragraph.position
            """, ["id": resolution, "language": language])
        guard !rows.isEmpty else { return nil }
        let words = try rows.map {
            "\(try $0.get("part", as: String.self)) \(try $0.get("number", as: String.self)) "
                + (try $0.get("text", as: String.self))
        }
        return SHA256.hash(Array(words.joined(separator: "\n").utf8)).hex
    }
}
