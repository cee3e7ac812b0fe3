import Mandate
import Storage

extension Reader {
    /// One duty, or nil where there is none that this viewer may see.
    public func duty(_ id: DutyID) throws -> DutyView? {
        try dutyViews(
            try select("SELECT * FROM visible_duty WHERE id = :id", ["id": id])
        ).first
    }

    /// The register, by resolution and paragraph: confirmed and proposed ones, without those withdrawn.
    ///
    /// - Parameters:
    ///   - resolution: only those of one resolution.
    ///   - paragraph: only those of one paragraph.
    public func duties(resolution: ResolutionID? = nil, paragraph: ParagraphID? = nil) throws -> [DutyView] {
        let rows = try select(
            """
            SELECT duty.*, paragraph.position AS position FROM visible_duty AS duty
              JOIN visible_paragraph AS paragraph ON paragraph.id = duty.paragraph_id
             WHERE duty.withdrawn_by IS NULL
               AND (:resolution = '' OR duty.resolution_id = :resolution)
               AND (:paragraph = '' OR duty.paragraph_id = :paragraph)
             ORDER BY duty.resolution_id, paragraph.position, duty.id
            """,
            ["resolution": resolution?.rawValue ?? "", "paragraph": paragraph?.rawValue ?? ""])
        return try dutyViews(rows)
    }

    /// Some duties, in any order.
    func duties(_ ids: [String]) throws -> [DutyView] {
        try dutyViews(try select("SELECT * FROM visible_duty WHERE id IN (:list)", list: ids))
    }

    /// Four more statements, however many duties.
    private func dutyViews(_ rows: [Row]) throws -> [DutyView] {
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0.get("id", as: String.self) }
        let events = try dutyEvents(ids)
        let fulfilments = try dutyFulfilments(ids)
        let terms = try mandateTerms(of: Array(Set(rows.map { ResolutionID(try $0.get("resolution_id")) })))
        return try rows.map { row in
            let id = DutyID(try row.get("id"))
            return try view(
                row, id, events[id.rawValue] ?? [], fulfilments[id.rawValue] ?? [], terms)
        }
    }

    private func view(
        _ row: Row, _ id: DutyID, _ events: [DutyView.Event], _ fulfilments: [DutyView.Fulfilment],
        _ terms: MandateTerms
    ) throws -> DutyView {
        let resolution = ResolutionID(try row.get("resolution_id"))
        let isWithdrawn = try row.optional("withdrawn_by", as: Int.self) != nil
        let isConfirmed = try row.optional("confirmed_by", as: Int.self) != nil
        let normalised: String = try row.get("normalised")
        let facts = DutyFacts(
            id: id, resolution: resolution, limitKind: try row.get("limit_kind"), normalised: normalised)
        let computed = terms.schedule(
            of: facts, events: events, fulfilments: fulfilments, today: asOf.day,
            dueWithinDays: pack?.dueWithinDays ?? MandateTerms.usualDueWithinDays)
        return DutyView(
            id: id, resolution: resolution, symbol: terms.symbol(of: resolution),
            paragraph: try row.get("paragraph_id"),
            stage: isWithdrawn ? .withdrawn : isConfirmed ? .confirmed : .proposed,
            wasConfirmed: try row.get("was_confirmed", as: Bool.self),
            addressee: try wording(row, "addressee"), verb: try wording(row, "verb"),
            what: try wording(row, "what"), limitText: try wording(row, "limit_text"),
            reason: try row.optional("reason"), limitKind: try row.get("limit_kind"),
            normalised: normalised, enteredBy: try row.get("entered_by"), events: events,
            fulfilments: fulfilments, occurrences: computed.occurrences, status: computed.status,
            nextDue: computed.nextDue)
    }

    private func wording(_ row: Row, _ column: String) throws -> LocalizedWording? {
        try row.optional(column, as: String.self).map { try LocalizedWording(stored: $0) }
    }

    private func dutyEvents(_ ids: [String]) throws -> [String: [DutyView.Event]] {
        let rows = try select(
            "SELECT * FROM visible_duty_event WHERE duty_id IN (:list) ORDER BY occurred_on, id", list: ids)
        return try Dictionary(grouping: rows) { try $0.get("duty_id", as: String.self) }.mapValues {
            try $0.map {
                DutyView.Event(
                    id: try $0.get("id"), occurredOn: try $0.get("occurred_on"),
                    about: try $0.optional("about"))
            }
        }
    }

    private func dutyFulfilments(_ ids: [String]) throws -> [String: [DutyView.Fulfilment]] {
        let rows = try select(
            """
            SELECT fulfilment.*, coalesce(document.title, meeting.title) AS title
              FROM visible_duty_fulfilment AS fulfilment
              LEFT JOIN visible_document AS document ON document.id = fulfilment.document_id
              LEFT JOIN visible_meeting AS meeting ON meeting.id = fulfilment.meeting_id
             WHERE fulfilment.duty_id IN (:list) ORDER BY fulfilment.fulfilled_on, fulfilment.id
            """, list: ids)
        return try Dictionary(grouping: rows) { try $0.get("duty_id", as: String.self) }.mapValues {
            try $0.map {
                DutyView.Fulfilment(
                    id: try $0.get("id"), due: try $0.get("due_on"),
                    fulfilledOn: try $0.get("fulfilled_on"), document: try $0.optional("document_id"),
                    meeting: try $0.optional("meeting_id"), title: try $0.optional("title"))
            }
        }
    }
}
