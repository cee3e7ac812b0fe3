import Storage

/// One hit of a search.
public struct SearchHit: Sendable, Hashable {
    /// `paragraph`, `duty`, `finding`, `recommendation`, `overview`, `requirement`, `state`, `theme`, `entity`.
    public let type: String
    public let id: String
    public let language: String
    /// What to show of it: the text of the paragraph, the wording of the duty, the name.
    public let text: String
}

extension Reader {
    /// Hits among what this viewer may see, by kind and then by the text's own order; no corpus statistics.
    ///
    /// - Parameters:
    ///   - query: every word must be there; the last may be a beginning. Two Chinese characters are enough.
    ///   - languages: hits in these come first.
    public func search(_ query: String, limit: Int = 50) throws -> [SearchHit] {
        guard let match = SearchWords.match(query, connection.engine) else { return [] }
        let numbers = SearchWords.matching(connection.engine)
        return try select(
            """
            WITH hit AS (SELECT type, id, language, version FROM search_document WHERE number IN (\(numbers)))
            SELECT 1 AS rank, hit.type, hit.id, hit.language, name.name AS text, name.sort_key AS place
              FROM hit JOIN visible_name AS name
                ON name.kind = hit.type AND name.code = hit.id AND name.language = hit.language
              JOIN visible_pack AS pack ON pack.since_entry = hit.version
             WHERE hit.type IN ('state', 'theme', 'entity')
            UNION ALL
            SELECT 2, hit.type, hit.id, hit.language, duty.what, duty.paragraph_id
              FROM hit JOIN visible_duty AS duty ON duty.id = hit.id AND duty.entered_by = hit.version
             WHERE hit.type = 'duty' AND duty.withdrawn_by IS NULL
            UNION ALL
            SELECT 2, hit.type, hit.id, hit.language, item.body, item.state
              FROM hit JOIN visible_item AS item
                ON item.id = hit.id AND item.type = hit.type AND item.entered_by = hit.version
             WHERE hit.type IN (\(SearchIndex.itemTypes))
            UNION ALL
            SELECT 3, hit.type, hit.id, hit.language, name.name, hit.id
              FROM hit JOIN visible_name AS name
                ON name.kind = hit.type AND name.code = hit.id AND name.language = hit.language
              JOIN visible_pack AS pack ON pack.since_entry = hit.version
             WHERE hit.type = 'requirement'
            UNION ALL
            SELECT 4, hit.type, hit.id, hit.language, text.text, hit.id
              FROM hit JOIN visible_paragraph_text AS text
                ON text.paragraph_id = hit.id AND text.language = hit.language AND text.entered_by = hit.version
             WHERE hit.type = 'paragraph'
            ORDER BY 1, 6, 4, 5, 3 LIMIT :limit
            """, ["match": match, "limit": limit]
        ).map { row in
            let type: String = try row.get("type")
            var text = try row.optional("text", as: String.self) ?? ""
            let language: String = try row.get("language")
            if type == "duty" || ItemType(rawValue: type) != nil, !text.isEmpty {
                text = try LocalizedWording(stored: text).text(in: [language])?.text ?? ""
            }
            return SearchHit(type: type, id: try row.get("id"), language: language, text: text)
        }
    }
}
