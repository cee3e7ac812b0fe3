extension Relation {
    /// Resolutions, their paragraphs and what was read from them: public, as adopted.
    public static let mandate: [Relation] = [
        Relation(
            "visible_resolution",
            "SELECT id, symbol, adopted_on, entered_by FROM resolution WHERE entered_by <= :as_of"),
        Relation(
            "visible_resolution_text",
            """
            SELECT resolution_id, language, title, official, source, warnings, entered_by FROM resolution_text
             WHERE entered_by <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
            """),
        Relation(
            "visible_paragraph",
            """
            SELECT id, resolution_id, part, number, parent_number, position FROM paragraph
             WHERE entered_by <= :as_of
            """),
        Relation(
            "visible_paragraph_text",
            """
            SELECT paragraph_id, resolution_id, language, text, verbs, addressees, line, entered_by
              FROM paragraph_text
             WHERE entered_by <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
            """),
        Relation(
            "visible_citation",
            """
            SELECT paragraph_id, resolution_id, language, position, symbol, printed FROM citation
             WHERE entered_by <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
            """),
        Relation(
            "visible_time_limit",
            """
            SELECT paragraph_id, resolution_id, language, position, kind, text, normalised FROM time_limit
             WHERE entered_by <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
            """),
        Relation(
            "visible_correction",
            """
            SELECT id, paragraph_id, language, about, printed, corrected, reason, entered_by FROM correction
             WHERE entered_by <= :as_of
            """),
        Relation(
            "visible_succession",
            """
            SELECT id, kind, earlier_id, later_id, duty_id, from_on, until_on, source, reason, entered_by
              FROM succession WHERE entered_by <= :as_of
            """),
        // A difference between languages is a matter for officers until it is settled.
        Relation(
            "visible_divergence",
            """
            SELECT noted.id, noted.paragraph_id, noted.first_language, noted.first_words,
                   noted.second_language, noted.second_words, noted.question, noted.entered_by,
                   settled.settlement, settled.entered_by AS settled_by
              FROM divergence AS noted
              LEFT JOIN divergence_settlement AS settled
                     ON settled.divergence_id = noted.id AND settled.entered_by <= :as_of
                    AND (settled.until_entry IS NULL OR settled.until_entry > :as_of)
             WHERE noted.entered_by <= :as_of AND (:viewer_rung <= 1 OR settled.entered_by IS NOT NULL)
            """),
    ]

    /// Duties: the Directorate sees proposals; the Committee sees what a head has confirmed.
    public static let duties: [Relation] = [
        Relation(
            "visible_duty",
            """
            SELECT version.duty_id AS id, version.resolution_id, version.paragraph_id, version.addressee,
                   version.verb, version.what, version.limit_kind, version.limit_text, version.normalised,
                   version.reason, version.entered_by, version.confirmed_by,
                   withdrawal.entered_by AS withdrawn_by,
                   EXISTS (SELECT 1 FROM duty_version AS earlier
                            WHERE earlier.duty_id = version.duty_id AND earlier.confirmed_by <= :as_of)
                       AS was_confirmed
              FROM duty_version AS version
              LEFT JOIN duty_withdrawal AS withdrawal
                     ON withdrawal.duty_id = version.duty_id AND withdrawal.entered_by <= :as_of
             WHERE (:viewer_rung = 0 AND version.entered_by <= :as_of
                    AND (version.until_entry IS NULL OR version.until_entry > :as_of))
                OR (:viewer_rung = 1 AND version.confirmed_by <= :as_of
                    AND (version.confirmed_until IS NULL OR version.confirmed_until > :as_of)
                    AND withdrawal.entered_by IS NULL)
            """),
        // What a head confirmed goes on to count while a correction waits, for the Directorate too.
        Relation(
            "visible_term",
            """
            SELECT version.resolution_id, version.normalised FROM duty_version AS version
             WHERE :viewer_rung <= 1 AND version.limit_kind = 'term' AND version.confirmed_by <= :as_of
               AND (version.confirmed_until IS NULL OR version.confirmed_until > :as_of)
               AND NOT EXISTS (SELECT 1 FROM duty_withdrawal AS withdrawal
                                WHERE withdrawal.duty_id = version.duty_id AND withdrawal.entered_by <= :as_of)
            """),
        Relation(
            "visible_duty_event",
            """
            SELECT event.id, event.duty_id, event.occurred_on, event.about, event.entered_by FROM duty_event AS event
             WHERE event.entered_by <= :as_of
               AND EXISTS (SELECT 1 FROM visible_duty AS duty WHERE duty.id = event.duty_id)
            """),
        Relation(
            "visible_duty_fulfilment",
            """
            SELECT done.id, done.duty_id, done.due_on, done.fulfilled_on, done.document_id, done.meeting_id,
                   done.entered_by FROM duty_fulfilment AS done
             WHERE done.entered_by <= :as_of
               AND EXISTS (SELECT 1 FROM visible_duty AS duty WHERE duty.id = done.duty_id)
            """),
        Relation(
            "visible_document",
            """
            SELECT id, title, symbol, kind, issued_on, entered_by FROM document
             WHERE entered_by <= :as_of AND :viewer_rung <= 1
            """),
        Relation(
            "visible_meeting",
            """
            SELECT id, title, kind, held_on, entered_by FROM meeting
             WHERE entered_by <= :as_of AND :viewer_rung <= 1
            """),
    ]
}
