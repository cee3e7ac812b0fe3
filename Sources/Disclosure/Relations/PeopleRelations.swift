extension Relation {
    /// Accounts: one's own, and all for those who keep them or work beside them.
    public static let people: [Relation] = [
        Relation(
            "visible_person",
            """
            SELECT person_id AS id, name, email, language, entered_by FROM person_version
             WHERE entered_by <= :as_of AND (until_entry IS NULL OR until_entry > :as_of)
               AND (:viewer_people = 1 OR person_id = :viewer_person
                    OR (:viewer_about <> '' AND person_id IN
                        (SELECT person_id FROM capacity_grant WHERE about = :viewer_about)))
            """),
        Relation(
            "visible_capacity",
            """
            SELECT id, person_id, capacity, about, granted_by, confirmed_by, ended_by FROM capacity_grant
             WHERE granted_by <= :as_of
               AND (:viewer_people = 1 OR person_id = :viewer_person
                    OR (:viewer_about <> '' AND about = :viewer_about))
            """),
    ]

    /// What heads prepare for raters, who must not know of which case it is; and what raters gave, once it is closed.
    private static let isOfHeads = """
        (kind IN ('prepare-calibration', 'write-calibration-unit', 'remove-calibration-unit', 'withdraw-calibration')
         OR (kind = 'rate-calibration-unit' AND assessment_id IN
             (SELECT exercise.id FROM item AS exercise
               WHERE exercise.type = 'calibration' AND exercise.value = 'closed'
                 AND exercise.directorate_from <= :as_of AND exercise.directorate_until > :as_of)))
        """

    /// The record: envelopes for auditors, its rooms' acts for each room, accounts for administrators, one's own for
    /// everyone.
    public static let record: [Relation] = [
        // Who learns of an entry stands on it: rooms are closed to each other, an act that sends is known to both.
        Relation(
            "visible_entry",
            """
            SELECT entry_index, id, at, kind, person_id, capacity, about, via, directorate, committee, state,
                   assessment_id
              FROM entry
             WHERE entry_index <= :as_of
               AND (:viewer_record = 1 OR (:viewer_person <> '' AND person_id = :viewer_person)
                    OR (:viewer_accounts = 1 AND about_accounts = 1)
                    OR (:viewer_head = 1 AND \(isOfHeads))
                    OR (:viewer_rung = 0 AND directorate = 1 AND :viewer_previews = 0)
                    OR (:viewer_rung = 1 AND committee = 1 AND :viewer_previews = 0)
                    OR (:viewer_state <> '' AND state = :viewer_state AND :viewer_previews = 0))
               AND assessment_id NOT IN (SELECT exclusion.assessment_id FROM exclusion
                                          WHERE exclusion.person_id = :viewer_person AND exclusion.kind = 'file')
               AND NOT (item_type = 'rating' AND person_id <> :viewer_person
                        AND assessment_id IN (SELECT exclusion.assessment_id FROM exclusion
                                               WHERE exclusion.person_id = :viewer_person
                                                 AND exclusion.kind = 'ratings'))
            """),
        Relation(
            "visible_entry_object",
            """
            SELECT entry_index, object_type, object_id FROM entry_object
             WHERE EXISTS (SELECT 1 FROM visible_entry WHERE visible_entry.entry_index = entry_object.entry_index)
            """),
        Relation(
            "visible_entry_fields",
            """
            SELECT entry_index, payload FROM record_opening
             WHERE part = 'fields' AND EXISTS
                   (SELECT 1 FROM visible_entry
                     WHERE visible_entry.entry_index = record_opening.entry_index
                       AND ((:viewer_fields = 1 AND directorate = 1) OR person_id = :viewer_person
                        OR :viewer_accounts = 1
                        OR (:viewer_head = 1 AND \(isOfHeads))
                        -- within a room that keeps it to itself
                        OR (:viewer_rung = 1 AND committee = 1 AND directorate = 0)
                        OR (:viewer_state <> '' AND state = :viewer_state AND directorate = 0)))
            """),
        Relation(
            "visible_erasure",
            """
            SELECT id, entry_index, reason, proposed_by, erased_by FROM erasure
             WHERE proposed_by <= :as_of
               AND (:viewer_rung <= 1 OR :viewer_state <> '')
               AND EXISTS (SELECT 1 FROM visible_entry WHERE visible_entry.entry_index = erasure.entry_index)
            """),
    ]

    /// Every relation, in the order in which one may name another.
    public static let all: [Relation] = pack + mandate + duties + people + items + calibrations + record
}
