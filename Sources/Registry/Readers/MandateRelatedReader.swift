import Mandate
import Storage

extension Reader {
    /// The paragraphs that cite a document: the citation graph against its arrows.
    public func citing(symbol: String) throws -> [ParagraphView] {
        try paragraphViews(
            try select(
                """
                SELECT paragraph.*, resolution.symbol FROM visible_paragraph AS paragraph
                  JOIN visible_resolution AS resolution ON resolution.id = paragraph.resolution_id
                 WHERE paragraph.id IN (SELECT paragraph_id FROM visible_citation WHERE symbol = :symbol)
                 ORDER BY resolution.adopted_on, paragraph.position LIMIT 200
                """, ["symbol": symbol]))
    }

    /// How often a resolution cites others, along the arrows.
    public func citations(of resolution: ResolutionID) throws -> [(symbol: String, paragraphs: Int)] {
        try select(
            """
            SELECT symbol, count(DISTINCT paragraph_id) AS paragraphs FROM visible_citation
             WHERE resolution_id = :id GROUP BY symbol ORDER BY symbol
            """, ["id": resolution]
        ).map { (try $0.get("symbol"), try $0.get("paragraphs")) }
    }

    public func corrections(of resolution: ResolutionID) throws -> [CorrectionView] {
        try select(
            """
            SELECT correction.* FROM visible_correction AS correction
              JOIN visible_paragraph AS paragraph ON paragraph.id = correction.paragraph_id
             WHERE paragraph.resolution_id = :id ORDER BY paragraph.position, correction.id
            """, ["id": resolution]
        ).map {
            CorrectionView(
                id: try $0.get("id"), paragraph: try $0.get("paragraph_id"), language: try $0.get("language"),
                about: try $0.get("about"), printed: try $0.get("printed"),
                corrected: try $0.get("corrected"), reason: try $0.optional("reason"))
        }
    }

    /// Differences between languages that this viewer may see.
    public func divergences(of resolution: ResolutionID) throws -> [DivergenceView] {
        try select(
            """
            SELECT divergence.* FROM visible_divergence AS divergence
              JOIN visible_paragraph AS paragraph ON paragraph.id = divergence.paragraph_id
             WHERE paragraph.resolution_id = :id ORDER BY paragraph.position, divergence.id
            """, ["id": resolution]
        ).map(divergence)
    }

    public func divergence(_ id: DivergenceID) throws -> DivergenceView? {
        try select("SELECT * FROM visible_divergence WHERE id = :id", ["id": id]).first.map(divergence)
    }

    private func divergence(_ row: Row) throws -> DivergenceView {
        DivergenceView(
            id: try row.get("id"), paragraph: try row.get("paragraph_id"),
            first: (try row.get("first_language"), try row.get("first_words")),
            second: (try row.get("second_language"), try row.get("second_words")),
            question: try row.optional("question"), settlement: try row.optional("settlement"),
            isSettled: try row.optional("settled_by", as: Int.self) != nil)
    }

    /// What later resolutions did to earlier ones, by date.
    public func successions() throws -> [SuccessionView] {
        try select("SELECT * FROM visible_succession ORDER BY from_on, id").map(succession)
    }

    /// What later resolutions did to some, by date.
    func successions(of earlier: [ResolutionID]) throws -> [SuccessionView] {
        try select(
            "SELECT * FROM visible_succession WHERE earlier_id IN (:list) ORDER BY from_on, id",
            list: earlier.map(\.rawValue)
        ).map(succession)
    }

    private func succession(_ row: Row) throws -> SuccessionView {
        SuccessionView(
            id: try row.get("id"), effect: try row.get("kind"), earlier: try row.get("earlier_id"),
            later: try row.get("later_id"), duty: try row.optional("duty_id"), fromOn: try row.get("from_on"),
            untilOn: try row.optional("until_on"), source: try row.optional("source"),
            reason: try row.optional("reason"))
    }
}

extension Reader {
    /// How many differences between languages wait to be settled, of those that this viewer sees.
    public func unsettledDivergences() throws -> Int {
        try select("SELECT count(*) AS many FROM visible_divergence WHERE settled_by IS NULL").first?
            .get("many") ?? 0
    }
}
